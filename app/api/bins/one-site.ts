import { refuse } from '@/app/answers'
import type { Caller } from '@/lib/sites/schema'
import { siteFilter } from '../paging'

/** The site whose bin is meant: a code names a bin only within its site. */
export function oneSite(caller: Caller, asked: string | undefined): string {
  const sites = siteFilter(caller, asked)
  const [site] = sites
  if (sites !== 'all' && site !== undefined && sites.length === 1) return site
  refuse({
    status: 400,
    title: 'The query is not valid',
    detail: 'Several sites may have this bin: give `site`.',
  })
}
