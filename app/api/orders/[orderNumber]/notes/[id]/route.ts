import { z } from 'zod'
import { json, notFound } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { removeNote } from '@/lib/support/remove-note'
import { removeNoteOperation } from '../../../../support-operations'
import { knownOrder } from '../../known-order'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  DELETE: door(removeNoteOperation, async (visit) => {
    const { about, by } = await knownOrder(visit)
    const id = z.uuid().safeParse(visit.params.id).data
    if (!id) notFound('No such note.')
    const { outcome } = await removeNote(about, id, by, new Date())
    if (outcome === 'unknown') notFound('No such note.')
    await visit.audit({
      subject: `${about.orderNumber} ${id}`,
      siteId: about.site,
      isChanged: outcome === 'removed',
    })
    return json({ id })
  }),
})
