import { json } from '@/app/answers'
import { methods } from '@/app/methods'
import { slot } from '@/lib/platform/slot'

/** Whether database, engine and sockets work; 503 names what does not. */
export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: async () => {
    const parts = (await slot.readiness?.()) ?? [{ part: 'server', ok: false, detail: 'starting' }]
    const ready = parts.every((part) => part.ok)
    return json({ status: ready ? 'ready' : 'not ready', parts }, ready ? 200 : 503)
  },
})
