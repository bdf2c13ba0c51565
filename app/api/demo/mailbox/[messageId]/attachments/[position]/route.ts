import { notFound } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { findAttachment } from '@/lib/messages/queries'
import { slot } from '@/lib/platform/slot'
import { sitesOf } from '@/lib/sites/rules/may-enter'
import { fileAnswer } from '../../../../../file-answer'
import { showAttachmentOperation } from '../../../../../operations'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(showAttachmentOperation, async ({ caller, params }) => {
    if (!slot.setFault) notFound('There is no demo here.')
    const { messageId = '', position = '' } = params
    const file = /^\d{1,3}$/.test(position)
      ? await findAttachment(messageId, Number(position), sitesOf(caller))
      : null
    return file ? fileAnswer(file) : notFound('No such file.')
  }),
})
