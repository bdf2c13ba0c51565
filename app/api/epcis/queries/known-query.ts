import { notFound } from '@/app/answers'
import { findNamedQuery } from '@/lib/epcis/list-named-queries'
import type { NamedQuery } from '@/lib/epcis/schema'
import type { Caller } from '@/lib/sites/schema'

/** The caller's query of this name; 404 when there is none. */
export async function knownQuery(caller: Caller, name = ''): Promise<NamedQuery> {
  return (await findNamedQuery(name, caller.clientId)) ?? notFound(`There is no query ${name}.`)
}
