import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { writeNote } from '@/lib/support/write-note'
import { writeNoteOperation } from '../../../support-operations'
import { knownOrder } from '../known-order'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: door(writeNoteOperation, async (visit) => {
    const { about, by } = await knownOrder(visit)
    const note = await writeNote(about, visit.body.text, by)
    await visit.audit({ subject: `${about.orderNumber} ${note.id}`, siteId: about.site })
    return json(note, 201)
  }),
})
