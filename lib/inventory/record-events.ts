import { gatherCommits } from '@/lib/platform/gather-commits'
import { logger } from '@/lib/platform/logger'
import { counter, histogram } from '@/lib/platform/metrics'
import { inSpan } from '@/lib/platform/telemetry'
import { wakeNightShift } from '@/lib/platform/wake-night-shift'
import { announceStock } from './announce-stock'
import { type Committed, commitEvents, PlacesChangedError } from './commit-events'
import type { InventoryFact } from './events'
import { letterOfEvent, type RejectedEvent } from './letter-of-event'
import { forgetPlaces, resolveFacts } from './resolve-facts'
import { type StockFact, stockFact } from './rules/stock-fact'
import { settleStowLoads } from './settle-stow-loads'

/** A fact and where it was in what was sent; `raw` is the event as it came, for its letter. */
export type ToldFact = InventoryFact & { index?: number; raw?: unknown }

/** An event that could not be read, and why. */
export type UnreadEvent = {
  index: number
  id: string | null
  source: string | null
  reason: string
  raw: unknown
}

export type Sender = {
  /** The sites that this sender may touch. */
  siteIds: string[] | 'all'
  traceparent?: string | null | undefined
  /** The dead letter that is tried again: dying again it is the same letter. */
  redriven?: { key: string; death: string } | undefined
}

export type Recording =
  | { accepted: number; duplicates: number; rejected: { index: number; id: string | null; reason: string }[] }
  | { outcome: 'full'; retryAfterSeconds: number }

type Submission = { facts: ToldFact[]; unread: UnreadEvent[]; sender: Sender }
type Item = { submission: Submission; fact: ToldFact; index: number }

/** A group this large still commits within some 200 ms on two cores, and more would not be faster by the event. */
const LARGEST_GROUP = 2_000
/** Two seconds of work at the measured rate: who waits longer is better told to come again. */
export const MOST_WAITING = 20_000
const RETRY_AFTER_SECONDS = 2

const submit = gatherCommits<Submission, Recording>(
  {
    largestGroup: LARGEST_GROUP,
    mostWaiting: MOST_WAITING,
    sizeOf: ({ facts, unread }) => facts.length + unread.length,
  },
  commitGroup,
)

/**
 * Records what was told of stock: the only way into the ledger. Idempotent by source and id: told again, here or anywhere,
 * it is counted as a duplicate and changes nothing. Callers of one moment share a transaction; the answer comes after its
 * commit. What is not taken is kept in the dead letters, in the same transaction.
 * @returns the counts of this call, or `full` when too many wait and nothing was taken
 * @throws when the database is away: what became of the events is not known, and sending them again is safe
 */
export async function recordEvents(
  facts: ToldFact[],
  unread: UnreadEvent[],
  sender: Sender,
): Promise<Recording> {
  const events = facts.length + unread.length
  if (events === 0) return { accepted: 0, duplicates: 0, rejected: [] }
  return inSpan('record events', { attributes: { 'stowline.events': events } }, async () => {
    const stop = seconds.startTimer()
    const recording = await submit({ facts, unread, sender })
    stop()
    if (recording === null) {
      told.inc({ outcome: 'turned-away' }, events)
      return { outcome: 'full', retryAfterSeconds: RETRY_AFTER_SECONDS }
    }
    const youngest = Math.max(...facts.map(({ observedAt }) => Date.parse(observedAt)))
    if (facts.length > 0) lag.observe(Math.max(0, (Date.now() - youngest) / 1000))
    return counted(recording)
  })
}

const told = counter('stowline_inventory_events', 'Stock events that were told, by what became of them', [
  'outcome',
])
const seconds = histogram(
  'stowline_inventory_record_seconds',
  'From a call with stock events to its commit',
  [],
  [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
)
const lag = histogram(
  'stowline_inventory_lag_seconds',
  'From what happened on the floor to its record, the youngest event of a call',
  [],
  [0.1, 0.5, 1, 5, 15, 60, 300, 3_600, 86_400],
)

function counted(recording: Recording): Recording {
  if ('outcome' in recording) return recording
  told.inc({ outcome: 'accepted' }, recording.accepted)
  told.inc({ outcome: 'duplicate' }, recording.duplicates)
  told.inc({ outcome: 'rejected' }, recording.rejected.length)
  return recording
}

async function commitGroup(group: Submission[]): Promise<Recording[]> {
  const items = group.flatMap((submission) =>
    submission.facts.map((fact, position) => ({ submission, fact, index: fact.index ?? position })),
  )
  const unread = group.flatMap(({ unread, sender }) =>
    unread.map((one) => letterOfEvent(one, sender, sender.redriven)),
  )
  for (;;) {
    const { version, resolved } = await resolveFacts(
      items.map(({ fact, submission }) => ({ fact, siteIds: submission.sender.siteIds })),
    )
    const facts: StockFact[] = []
    const refused = new Map<number, string>()
    for (const [n, item] of items.entries()) {
      const place = resolved[n]
      if (place && 'sku' in place) facts.push({ ...stockFact(n, item.fact, place), ...traceOf(item) })
      else refused.set(n, place?.reason ?? 'nothing is known of it')
    }
    const letters = [...unread, ...[...refused].map(([n, reason]) => letterOf(items[n], reason))]
    try {
      const committed = await commitEvents(facts, letters, version)
      await keepPoison(committed, items, version)
      await settle(facts, committed)
      tell(facts, committed)
      for (const [n, reason] of committed.refused) refused.set(n, reason)
      return answers(group, items, committed, refused)
    } catch (error) {
      if (!(error instanceof PlacesChangedError)) throw error
      forgetPlaces()
    }
  }
}

const traceOf = ({ fact, submission }: Item) => ({
  traceparent: fact.traceparent ?? submission.sender.traceparent ?? null,
})

function letterOf(item: Item | undefined, reason: string): RejectedEvent {
  if (!item) throw new Error('a refusal of nothing')
  const { fact, submission } = item
  const { source, id, type, subject, data } = fact
  const raw = fact.raw ?? { specversion: '1.0', id, source, type, subject, data }
  return letterOfEvent({ id, source, reason, raw }, submission.sender, submission.sender.redriven)
}

async function keepPoison({ refused }: Committed, items: Item[], version: string | null): Promise<void> {
  if (refused.size === 0) return
  await commitEvents(
    [],
    [...refused].map(([n, reason]) => letterOf(items[n], reason)),
    version,
  )
}

// What is recorded stays recorded: a load that is not closed now loses its room when its time is over.
async function settle(facts: StockFact[], { recorded }: Committed): Promise<void> {
  try {
    await settleStowLoads(facts.filter(({ n }) => recorded.has(n)))
  } catch (error) {
    logger.warn({ error }, 'stow loads were not closed')
  }
}

function tell(facts: StockFact[], { recorded, bins, version, isSaid }: Committed): void {
  const changed = new Map<string, Set<string>>()
  for (const { n, site_id, sku } of facts)
    if (recorded.has(n)) changed.set(site_id, (changed.get(site_id) ?? new Set()).add(sku))
  for (const [site, skus] of changed) announceStock(site, { skus, bins: bins.get(site) ?? [] }, version)
  if (isSaid) wakeNightShift()
}

function answers(
  group: Submission[],
  items: Item[],
  { recorded }: Committed,
  refused: Map<number, string>,
): Recording[] {
  const counts = new Map(
    group.map((submission) => [
      submission,
      {
        accepted: 0,
        duplicates: 0,
        rejected: submission.unread.map(({ index, id, reason }) => ({ index, id, reason })),
      },
    ]),
  )
  for (const [n, { submission, fact, index }] of items.entries()) {
    const count = counts.get(submission)
    const reason = refused.get(n)
    if (!count) continue
    if (reason !== undefined) count.rejected.push({ index, id: fact.id, reason })
    else if (recorded.has(n)) count.accepted++
    else count.duplicates++
  }
  for (const { rejected } of counts.values()) rejected.sort((a, b) => a.index - b.index)
  return [...counts.values()]
}
