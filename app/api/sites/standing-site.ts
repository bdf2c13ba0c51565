import { notFound } from '@/app/answers'
import { isKnownSite } from '@/lib/sites/queries'
import type { Caller } from '@/lib/sites/schema'
import { knownSite } from '../paging'

/** The site that a path names; a key for all sites may still name one that is not there. */
export async function standingSite(caller: Caller, site = ''): Promise<string> {
  const known = knownSite(caller, site)
  return (await isKnownSite(known)) ? known : notFound(`No site ${site}.`)
}
