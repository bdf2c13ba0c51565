import type { z } from 'zod'
import type { SiteChange, SiteEntry } from '@/lib/sites/site-schema'

/** What is typed of a site; numbers are text until they are saved. */
export type SiteForm = {
  name: string
  timeZone: string
  locale: string
  gln: string
  countLimitUnits: string
  countLimitPercent: string
  /** Seconds by step; empty is the usual time. */
  due: Record<string, string>
}

export const glnOf = (text: string): string | null => (text.trim() === '' ? null : text.trim())

export const formOf = (site: SiteEntry): SiteForm => ({
  ...{ name: site.name, timeZone: site.timeZone, locale: site.locale, gln: site.gln ?? '' },
  countLimitUnits: String(site.countLimitUnits),
  countLimitPercent: String(site.countLimitPercent),
  due: Object.fromEntries(Object.entries(site.stepDueSeconds).map(([step, due]) => [step, String(due)])),
})

const numberOf = (text: string): number => (/^\d+$/.test(text.trim()) ? Number(text) : Number.NaN)

/** What is asked for with such a form; it still has to be parsed. */
export const changeOf = ({
  gln,
  countLimitUnits,
  countLimitPercent,
  due,
  ...form
}: SiteForm): SiteChange => ({
  ...form,
  gln: glnOf(gln),
  countLimitUnits: numberOf(countLimitUnits),
  countLimitPercent: numberOf(countLimitPercent),
  stepDueSeconds: Object.fromEntries(
    Object.entries(due)
      .filter(([, text]) => text.trim() !== '')
      .map(([step, text]) => [step, numberOf(text)]),
  ),
})

/** What is wrong with each field, by its name, a step's by `stepDueSeconds.<step>`; the first thing of several. */
export function problemsOf(error: z.ZodError | undefined): Partial<Record<string, string>> {
  const problems: Partial<Record<string, string>> = {}
  for (const { path, message } of error?.issues ?? []) problems[path.join('.')] ??= message
  return problems
}
