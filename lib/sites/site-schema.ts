import { z } from 'zod'

const canName = (say: () => unknown): boolean => {
  try {
    say()
    return true
  } catch {
    return false
  }
}
const isZone = (timeZone: string) => canName(() => new Intl.DateTimeFormat('en', { timeZone }))
const isLocale = (locale: string) => canName(() => Intl.getCanonicalLocales(locale))

const name = z.string().trim().min(1).max(120)
const timeZone = z.string().max(64).refine(isZone, 'no time zone such as Europe/Berlin')
const locale = z.string().min(2).max(35).refine(isLocale, 'no language such as de-DE')
const gln = z
  .string()
  .regex(/^\d{13}$/, '13 digits')
  .nullable()

/** What can be changed of a site, the body of `PUT /api/sites/{site}`. Money keeps its currency: books are kept in it. */
export const siteChangeSchema = z.strictObject({
  ...{ name, timeZone, locale, gln },
  /** Seconds after placing when a deferred step counts as late; a step left out has the product's usual time. */
  stepDueSeconds: z.record(z.string().max(64), z.number().int().min(5).max(86_400)),
  /** A count that differs from the book by more units, or by more of it, waits for a manager. */
  countLimitUnits: z.number().int().min(0).max(1_000_000),
  countLimitPercent: z.number().int().min(0).max(100),
})
export type SiteChange = z.infer<typeof siteChangeSchema>

/** The body of `POST /api/sites`. */
export const newSiteSchema = z.strictObject({
  id: z.string().regex(/^[A-Z0-9][A-Z0-9-]{1,31}$/, 'capitals, digits and hyphens, 2 to 32'),
  ...{ name, timeZone, locale, gln: gln.default(null) },
  currency: z
    .string()
    .refine((code) => Intl.supportedValuesOf('currency').includes(code), 'no currency such as EUR'),
})
export type NewSite = z.infer<typeof newSiteSchema>

/** An item of `GET /api/sites`. */
export const siteEntrySchema = siteChangeSchema.extend({
  id: z.string(),
  currency: z.string(),
  createdAt: z.iso.datetime(),
  people: z.number().int(),
  bins: z.number().int(),
})
export type SiteEntry = z.infer<typeof siteEntrySchema>

export const siteListSchema = z.object({ items: z.array(siteEntrySchema), nextCursor: z.null() })
export type SiteList = z.infer<typeof siteListSchema>
