import { notFound } from '@/app/answers'
import type { ApiKey } from '@/lib/sites/key-schema'
import { findApiKey } from '@/lib/sites/list-api-keys'
import { areAllSites } from '@/lib/sites/list-sites'
import { mayKnow, sitesOf } from '@/lib/sites/rules/may-enter'
import type { Caller } from '@/lib/sites/schema'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Whether a key of this site, or of all sites, is for the caller to know of: of all, for who belongs to all. */
export const mayHoldKey = async (caller: Caller, site: string | null): Promise<boolean> =>
  site === null ? areAllSites(sitesOf(caller)) : mayKnow(caller, site)

/** The key that a path names, unless it is not the caller's to know of: then there is none. */
export async function knownKey(caller: Caller, id = ''): Promise<ApiKey> {
  const key = UUID.test(id) ? await findApiKey(id, new Date()) : null
  return key && (await mayHoldKey(caller, key.site)) ? key : notFound(`No key ${id}.`)
}
