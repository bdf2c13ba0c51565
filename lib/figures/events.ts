import { z } from 'zod'

/** What figures of a site are to be is said anew. */
export const targetsChanged = 'figures/targets.changed'

/** A report is written, and owed to whoever reads the site's reports. */
export const reportWritten = 'figures/report.written'
export const reportWrittenSchema = z.object({ reportId: z.uuid(), site: z.string() })
