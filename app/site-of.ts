import { notFound } from 'next/navigation'
import type { SiteSummary } from '@/lib/sites/schema'
import type { Person } from './require-person'

/** The site that a page's address names, unless it is none of the person's; without one, the person's first. */
export function siteOf({ sites, site }: Person, asked: string | null): SiteSummary {
  return asked === null ? site : (sites.find(({ id }) => id === asked) ?? notFound())
}
