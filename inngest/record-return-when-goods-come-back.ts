import { orderReturned, orderReturnedSchema } from '@/lib/orders/events'
import { recordReturn } from '@/lib/orders/record-return'
import { inngest } from './client'
import { readEvent } from './read-event'

/** Idempotent by the names of what is told; mostly the door has told it already. */
export const recordReturnWhenGoodsComeBack = inngest.createFunction(
  { id: 'record-return-when-goods-come-back', retries: 20, triggers: [{ event: orderReturned }] },
  async ({ event, step }) => {
    const { orderNumber, operationId } = readEvent(orderReturnedSchema, event.data)
    return step.run('record', async () => {
      const { isTold } = await recordReturn(orderNumber, operationId, new Date())
      if (!isTold) throw new Error('the ledger is full')
    })
  },
)
