import { z } from 'zod'
import { notFound, refuse } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { removeView } from '@/lib/sites/remove-view'
import { removeViewOperation } from '../../palette-operations'
import { knownPerson } from '../known-person'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  DELETE: door(removeViewOperation, async ({ caller, params, audit }) => {
    const id = z.uuid().safeParse(params.id).data ?? notFound('No such view.')
    const removed = await removeView(id, knownPerson(caller))
    if (removed.outcome === 'unknown') notFound('No such view.')
    if (removed.outcome === 'not-theirs')
      refuse({ status: 403, title: 'Forbidden', detail: 'Its owner removes it, or a manager.' })
    await audit({ subject: id, siteId: removed.site })
    return new Response(null, { status: 204 })
  }),
})
