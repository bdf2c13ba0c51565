import { z } from 'zod'

/** The first line of a site's archive. */
export const siteFileHeadSchema = z.object({
  format: z.literal('stowline-site/1'),
  id: z.uuid(),
  site: z.string().min(1).max(64),
  writtenAt: z.iso.datetime(),
  /** The migrations that its rows have the shape of. */
  schema: z.string(),
  /** The lowest and the highest number of a sequence, by table and column. */
  numbers: z.record(z.string(), z.object({ low: z.string(), high: z.string() })),
})
export type SiteFileHead = z.infer<typeof siteFileHeadSchema>

/** The last line: what came between. */
export const siteFileEndSchema = z.object({
  end: z.record(z.string(), z.object({ rows: z.int(), sha256: z.string() })),
})
export type SiteFileEnd = z.infer<typeof siteFileEndSchema>
