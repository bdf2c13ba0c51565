import { type Entry, type EntryGroup, type EntryKind, KINDS } from './entry'

const HEADINGS: Record<EntryKind, string> = {
  ...{ box: 'Totes and parcels', screen: 'Screens', bin: 'Bins', item: 'Items', order: 'Orders' },
  ...{ view: 'Saved views', action: 'Actions', queue: 'Queues' },
}
const MOST_OF_KIND = 6
/** Found by something that is not shown, such as an e-mail or a name with a typo. */
const FOUND_OTHERWISE = 4

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()

/** How well texts fit what was typed: 0 is the same, 1 begins so, 2 words begin so, 3 it is within; null does not fit. */
export function fitOf(query: string, texts: readonly string[]): number | null {
  const wanted = fold(query)
  const folded = texts.map(fold)
  if (folded.some((text) => text === wanted)) return 0
  if (folded.some((text) => text.startsWith(wanted))) return 1
  const words = folded.flatMap((text) => text.split(/[\s\-_/]+/))
  if (wanted.split(/\s+/).every((part) => words.some((word) => word.startsWith(part)))) return 2
  return folded.some((text) => text.includes(wanted)) ? 3 : null
}

type Ranked = { entry: Entry; fit: number }

/**
 * What fits a query, by kind: the kind with the best fit first, and at most six of each. What was `found` fits already and
 * comes in its finder's order; of what is `known` that which fits is taken, the best first.
 */
export function groupEntries(query: string, found: readonly Entry[], known: readonly Entry[]): EntryGroup[] {
  const fits = ({ title, detail = '', also = [] }: Entry): number | null =>
    fitOf(query, [title, ...also]) ??
    (detail !== '' && fitOf(query, [detail]) !== null ? FOUND_OTHERWISE : null)
  const fitting: Ranked[] = known
    .flatMap((entry) => {
      const its = fits(entry)
      return its === null ? [] : [{ entry, fit: its }]
    })
    .sort((one, other) => one.fit - other.fit || one.entry.title.localeCompare(other.entry.title))
  const ranked = [...found.map((entry) => ({ entry, fit: fits(entry) ?? FOUND_OTHERWISE })), ...fitting]
  return KINDS.map((kind) => ranked.filter(({ entry }) => entry.kind === kind).slice(0, MOST_OF_KIND))
    .filter((group) => group.length > 0)
    .sort((one, other) => bestOf(one) - bestOf(other))
    .map((group) => groupOf(group.map(({ entry }) => entry)))
}

const bestOf = (group: readonly Ranked[]): number => Math.min(...group.map(({ fit }) => fit))

function groupOf(entries: readonly Entry[]): EntryGroup {
  const kind = entries[0]?.kind ?? 'screen'
  return { id: kind, heading: HEADINGS[kind], entries }
}

/** What is offered before anything is typed: where one was lately, then views, actions and screens, nothing twice. */
export function offerEntries(recent: readonly Entry[], known: readonly Entry[]): EntryGroup[] {
  const been = new Set(recent.map(({ href }) => href))
  const others = (['view', 'action', 'screen'] as const).map((kind) =>
    groupOf(known.filter((entry) => entry.kind === kind && !been.has(entry.href))),
  )
  const lately = recent.map((entry) => ({ ...entry, id: `recent ${entry.id}` }))
  return [{ id: 'recent', heading: 'Recent', entries: lately }, ...others].filter(
    ({ entries }) => entries.length > 0,
  )
}
