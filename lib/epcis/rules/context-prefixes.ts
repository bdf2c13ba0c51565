/** Where the standard keeps the terms of its own. */
export const GS1_CONTEXT = 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'

const STANDARD: Prefixes = {
  gs1: 'https://gs1.org/voc/',
  cbv: 'https://ref.gs1.org/cbv/',
  epcis: 'https://ref.gs1.org/epcis/',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
}

/** What the prefixes of compact names stand for. */
export type Prefixes = Record<string, string>

/** The prefixes that JSON-LD contexts declare, the later before the earlier. */
export function contextPrefixes(...contexts: unknown[]): Prefixes {
  const declared = contexts.flat().filter((one): one is object => typeof one === 'object' && one !== null)
  const pairs = declared.flatMap((context) => Object.entries(context))
  return { ...STANDARD, ...Object.fromEntries(pairs.filter(([, meaning]) => typeof meaning === 'string')) }
}

/** What a document's context says beyond the standard's own; null when nothing. An event has to carry that with it. */
export function ownContext(context: unknown): object[] | null {
  const own = [context].flat().filter((one): one is object => typeof one === 'object' && one !== null)
  return own.length > 0 ? own : null
}
