import { reportWritten, reportWrittenSchema } from '@/lib/figures/events'
import { listReportReaders, sendShiftReport } from '@/lib/figures/send-shift-report'
import { inngest } from './client'
import { readEvent } from './read-event'

/** Idempotent by the row of each reader: sent or refused, it is left alone. */
export const sendShiftReportWhenWritten = inngest.createFunction(
  { id: 'send-shift-report-when-written', retries: 20, triggers: [{ event: reportWritten }] },
  async ({ event, step }) => {
    const { reportId } = readEvent(reportWrittenSchema, event.data)
    const readers = await step.run('list-readers', () => listReportReaders(reportId))
    return Promise.all(
      readers.map((reader) => step.run(`send-${reader}`, () => sendShiftReport(reportId, reader))),
    )
  },
)
