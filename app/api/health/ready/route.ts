import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { slot } from '@/lib/platform/slot'
import { showReadyOperation } from '../../public-operations'

/** 503 names what does not work. */
export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(showReadyOperation, async () => {
    const parts = (await slot.readiness?.()) ?? [{ part: 'server', ok: false, detail: 'starting' }]
    const ready = parts.every((part) => part.ok)
    return json({ status: ready ? 'ready' : 'not ready', parts }, ready ? 200 : 503)
  }),
})
