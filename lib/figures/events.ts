import { z } from 'zod'

/** A report is written, and owed to whoever reads the site's reports. */
export const reportWritten = 'figures/report.written'
export const reportWrittenSchema = z.object({ reportId: z.uuid(), site: z.string() })
