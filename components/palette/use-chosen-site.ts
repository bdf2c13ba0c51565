'use client'
import { useSearchParams } from 'next/navigation'

/** The site that the page in sight is about: the one its address names, else the person's first. */
export function useChosenSite(sites: readonly string[]): string {
  const asked = useSearchParams().get('site')
  return sites.find((site) => site === asked) ?? sites[0] ?? ''
}

/** An address at a site: the first one needs no naming. */
export function atSite(href: string, site: string, sites: readonly string[]): string {
  if (site === sites[0] || /[?&]site=/.test(href)) return href
  return `${href}${href.includes('?') ? '&' : '?'}site=${encodeURIComponent(site)}`
}
