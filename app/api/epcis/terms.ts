import { notFound } from '@/app/answers'
import { listTerms, type TermKind, type Viewer } from '@/lib/epcis/queries'
import { bareWord, canonicalUri } from '@/lib/epcis/rules/canonical-uri'
import { BIZ_STEPS, DISPOSITIONS, EVENT_TYPES } from '@/lib/epcis/rules/vocabulary'

/** What events are found by, each with its query parameter, its standard words and the form in which it is kept. */
const TERMS: Record<
  TermKind,
  { parameter: string; standard: readonly string[]; kept: (term: string) => string }
> = {
  eventTypes: { parameter: 'eventType', standard: EVENT_TYPES, kept: (term) => term },
  epcs: { parameter: 'MATCH_anyEPC', standard: [], kept: canonicalUri },
  bizSteps: { parameter: 'EQ_bizStep', standard: BIZ_STEPS, kept: bareWord },
  bizLocations: { parameter: 'EQ_bizLocation', standard: [], kept: canonicalUri },
  readPoints: { parameter: 'EQ_readPoint', standard: [], kept: canonicalUri },
  dispositions: { parameter: 'EQ_disposition', standard: DISPOSITIONS, kept: bareWord },
}
const isKind = (name: string): name is TermKind => Object.hasOwn(TERMS, name)
export const TERM_KINDS = Object.keys(TERMS).filter(isKind)

/** The kind that an address names. */
export function kindOf(name = ''): TermKind {
  return isKind(name) ? name : notFound('No such address.')
}

/** The parameter that finds the events of a term; 404 when there is no such term. */
export async function knownTerm(kind: TermKind, term: string, viewer: Viewer): Promise<[string, string]> {
  const { parameter, standard, kept } = TERMS[kind]
  const value = kept(term)
  if (standard.includes(value)) return [parameter, value]
  const [used] = await listTerms(kind, { after: '', only: value, limit: 1 }, viewer)
  return used === value ? [parameter, value] : notFound(`Nothing is known of ${term}.`)
}

/** A page of the terms of a kind: the standard's words, and all that captured events use. */
export async function pageOfTerms(
  kind: TermKind,
  { after, limit }: { after: string; limit: number },
  viewer: Viewer,
): Promise<string[]> {
  const used = await listTerms(kind, { after, limit }, viewer)
  const standard = TERMS[kind].standard.filter((term) => term > after)
  return [...new Set([...standard, ...used])].sort((a, b) => (a < b ? -1 : 1)).slice(0, limit)
}
