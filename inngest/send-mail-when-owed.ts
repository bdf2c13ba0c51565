import { NonRetriableError } from 'inngest'
import { mailOwed, mailOwedSchema } from '@/lib/messages/events'
import { sendOwedMail } from '@/lib/messages/send-owed-mail'
import { readAddressee } from '@/lib/orders/read-addressee'
import { inngest } from './client'
import { readEvent } from './read-event'

/** Idempotent by the mail's row: sent or refused, it is left alone. An address that is refused is not tried again. */
export const sendMailWhenOwed = inngest.createFunction(
  { id: 'send-mail-when-owed', retries: 20, concurrency: { limit: 8 }, triggers: [{ event: mailOwed }] },
  async ({ event, step }) => {
    const { mailId, orderNumber } = readEvent(mailOwedSchema, event.data)
    return step.run('send', async () => {
      const order = await readAddressee(orderNumber)
      if (!order) throw new NonRetriableError(`there is no order ${orderNumber}`)
      return sendOwedMail(mailId, order)
    })
  },
)
