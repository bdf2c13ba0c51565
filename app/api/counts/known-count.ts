import { z } from 'zod'
import { notFound } from '@/app/answers'
import { findCount } from '@/lib/inventory/read-counts'
import type { StockCountPage } from '@/lib/inventory/schema'
import { mayKnow } from '@/lib/sites/rules/may-enter'
import type { Caller } from '@/lib/sites/schema'

/** The count that a path names, unless it is none of the caller's: then there is none. */
export async function knownCount(caller: Caller, id = ''): Promise<StockCountPage> {
  const count = z.uuid().safeParse(id).success ? await findCount(id) : null
  return count && mayKnow(caller, count.site) ? count : notFound(`No count ${id}.`)
}

/** How a caller signs what they counted and decided. */
export const nameOf = (caller: Caller): string => (caller.kind === 'person' ? caller.name : caller.clientId)
