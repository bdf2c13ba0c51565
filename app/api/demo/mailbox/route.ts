import { json, notFound } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { listReceivedMail } from '@/lib/messages/queries'
import { slot } from '@/lib/platform/slot'
import { sitesOf } from '@/lib/sites/rules/may-enter'
import { showMailboxOperation } from '../../operations'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(showMailboxOperation, async ({ caller }) => {
    if (!slot.setFault) notFound('There is no demo here.')
    return json({ items: await listReceivedMail(sitesOf(caller)) })
  }),
})
