import { stockFileEventSchema, stockFileReceived } from '@/lib/inventory/events'
import { importStock } from '@/lib/inventory/import-stock'
import { inngest } from './client'
import { readEvent } from './read-event'

export const importStockWhenFileIsReceived = inngest.createFunction(
  {
    id: 'import-stock-when-file-is-received',
    retries: 10,
    // A file is long work: it must leave room for what people wait for.
    concurrency: { limit: 2 },
    triggers: [{ event: stockFileReceived }],
  },
  async ({ event, step }) => {
    const { id } = readEvent(stockFileEventSchema, event.data)
    return step.run('import', () => importStock(id))
  },
)
