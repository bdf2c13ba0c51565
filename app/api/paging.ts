import { notFound } from '@/app/answers'
import { mayKnow, sitesOf } from '@/lib/sites/rules/may-enter'
import type { Caller } from '@/lib/sites/schema'

/** The `Link: …; rel="next"` of a page, or nothing on the last one. */
export function nextLink(request: Request, nextCursor: string | null): Record<string, string> {
  if (!nextCursor) return {}
  const url = new URL(request.url)
  url.searchParams.set('cursor', nextCursor)
  return { link: `<${url.pathname}${url.search}>; rel="next"` }
}

/** The sites a list covers: the one asked for, or all the caller may know of. */
export function siteFilter(caller: Caller, site: string | undefined): string[] | 'all' {
  return site === undefined ? sitesOf(caller) : [knownSite(caller, site)]
}

/** The site asked for, unless it is none of the caller's: then there is no such site. */
export function knownSite(caller: Caller, site: string): string {
  return mayKnow(caller, site) ? site : notFound(`No site ${site}.`)
}

/** The site asked for; without one, the first of the caller's. */
export function onlySite(caller: Caller, asked: string | undefined): string {
  const sites = sitesOf(caller)
  const site = asked ?? (sites === 'all' ? undefined : sites[0])
  return site === undefined ? notFound('Which site? Give `site`.') : knownSite(caller, site)
}
