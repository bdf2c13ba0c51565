import type { NamedQuery } from '../schema'
import { type ReadQuery, readQuery } from './event-query'

/** Names of a request's page: how to answer, not what to find. */
const OF_A_PAGE = ['perPage', 'nextPageToken']

/** The parameters that a stored query stands for: of several values any fits, as with `|` in a URL. */
export const parametersOf = (query: NamedQuery['query']): [string, string][] =>
  Object.entries(query).map(([name, value]) => [name, [value].flat().map(String).join('|')])

/** What a query asks that is to be stored; one that could never be asked is refused when it is made. */
export function readNamedQuery(query: NamedQuery['query']): ReadQuery {
  const page = Object.keys(query).find((name) => OF_A_PAGE.includes(name))
  if (page !== undefined) return { ok: false, reason: `${page} is asked with each request, not stored` }
  const several = Object.entries(query).find(([, value]) => [value].flat().some((one) => /\|/.test(`${one}`)))
  if (several) return { ok: false, reason: `${several[0]}: several values are an array, not parted by |` }
  return readQuery(parametersOf(query))
}
