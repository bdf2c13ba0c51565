import { createHash } from 'node:crypto'
import type { Prisma } from '@/prisma/generated/client'
import type { EpcisEvent } from './events'
import { findPlaces, findProducts } from './queries'
import { contextPrefixes, ownContext } from './rules/context-prefixes'
import { type EventColumns, eventColumns } from './rules/event-columns'
import { hashId, preHash } from './rules/event-hash'
import {
  gtinsOf,
  placesOf,
  type StockEvent,
  stockEventsOf,
  stockEventsUndoing,
} from './rules/stock-events-of'
import type { CaptureError } from './schema'

export type SentEvent = { event: EpcisEvent; context: unknown; pointer: string }
export type Keeping = {
  clientId: string
  /** The sites whose stock the events may move, and no others. */
  siteIds: string[] | 'all'
  captureId: string | null
  traceparent: string | null
  allOrNothing: boolean
}
type Kept = {
  eventId: string
  identity: string
  contentHash: string
  declaredAt: Date | null
  stockEvents: StockEvent[]
}
type Prepared = { sent: SentEvent; columns: EventColumns; contentHash: string }

/**
 * Keeps events in the caller's transaction, each once. What is known already is left as it is; another event under a known
 * id is a conflict, and with `allOrNothing` keeps them all out.
 * @returns ids of the events in their order, whether new or known, and the conflicts
 */
export async function keepEvents(
  tx: Prisma.TransactionClient,
  sent: SentEvent[],
  keeping: Keeping,
): Promise<{ kept: string[]; known: string[]; conflicts: CaptureError[] }> {
  // One gathering at a time, or two that bring an event and its declaration would not see each other.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('epcis/keep-events'))`
  const prepared = sent.map(prepare)
  const before = await findKept(tx, prepared)
  const fresh: (Kept & Prepared)[] = []
  const known: string[] = []
  const conflicts: CaptureError[] = []
  for (const one of prepared) {
    const verdict = judge(one, [...before, ...fresh])
    if ('known' in verdict) known.push(verdict.known)
    else if ('conflict' in verdict) conflicts.push(conflict(verdict.conflict, one.sent.pointer))
    else fresh.push({ ...one, ...verdict })
  }
  if (conflicts.length > 0 && keeping.allOrNothing) return { kept: [], known, conflicts }
  await insert(tx, fresh, before, keeping)
  return { kept: fresh.map(({ eventId }) => eventId), known, conflicts }
}

function prepare(sent: SentEvent): Prepared {
  const prefixes = contextPrefixes(sent.context, sent.event['@context'])
  const contentHash = createHash('sha256').update(preHash(sent.event, prefixes)).digest('hex')
  return { sent, columns: eventColumns(sent.event), contentHash }
}

async function findKept(tx: Prisma.TransactionClient, prepared: Prepared[]): Promise<Kept[]> {
  const ids = prepared.flatMap(({ sent }) => sent.event.eventID ?? [])
  const hashes = prepared.map(({ contentHash }) => contentHash)
  const rows = await tx.epcisEvent.findMany({
    where: { OR: [{ eventId: { in: ids } }, { contentHash: { in: hashes } }] },
    select: { eventId: true, identity: true, contentHash: true, declaredAt: true, stockEvents: true },
  })
  return rows.map((row) => ({ ...row, stockEvents: row.stockEvents as unknown as StockEvent[] }))
}

function judge(one: Prepared, before: Kept[]): Kept | { known: string } | { conflict: string } {
  const { declaredAt } = one.columns
  const alike = before.filter(({ contentHash }) => contentHash === one.contentHash)
  const isSame = (other: Kept) => other.declaredAt?.getTime() === declaredAt?.getTime()
  const eventId = one.sent.event.eventID ?? alike[0]?.eventId ?? hashId(one.contentHash)
  const name = nameOf(eventId, one.contentHash)
  const identity = declaredAt === null ? name : `${name}${DECLARED}${declaredAt.toISOString()}`
  const same = before.find((other) => other.identity === identity)
  if (same) return same.contentHash === one.contentHash ? { known: eventId } : { conflict: eventId }
  const said = one.sent.event.eventID === undefined ? alike.find(isSame) : undefined
  if (said) return { known: said.eventId }
  return { eventId, identity, contentHash: one.contentHash, declaredAt, stockEvents: [] }
}

const DECLARED = ' declared '
const HASH_ID = /^ni:\/\/\/sha-256;/

// An id that claims to be the hash of the event and is not names nothing (two of GS1's own examples share one): such
// events are told apart by what they say.
function nameOf(eventId: string, contentHash: string): string {
  return HASH_ID.test(eventId) && eventId !== hashId(contentHash) ? `${eventId} ${contentHash}` : eventId
}
const subjectOf = (identity: string): string | undefined => identity.split(DECLARED)[0]

const conflict = (eventId: string, pointer: string): CaptureError => ({
  type: 'epcisException:ResourceAlreadyExistsException',
  title: 'Another event has this id',
  status: 409,
  detail: `An event ${eventId} is known, and it says something else.`,
  pointer,
})

async function insert(
  tx: Prisma.TransactionClient,
  fresh: (Kept & Prepared)[],
  before: Kept[],
  { clientId, siteIds, captureId, traceparent }: Keeping,
): Promise<void> {
  const events = fresh.map(({ sent }) => sent.event)
  const places = await findPlaces(tx, events.flatMap(placesOf), siteIds)
  const products = await findProducts(tx, events.flatMap(gtinsOf))
  const recordTime = new Date()
  const settled: Kept[] = [...before]
  const rows = fresh.map(({ sent, columns, eventId, identity, contentHash, declaredAt }) => {
    const others = settled.filter((other) => subjectOf(other.identity) === subjectOf(identity))
    const told = stockEventsOf(sent.event, places, products)
    const stockEvents = declaredAt === null ? originalStock(told, others) : declaredStock(others)
    settled.push({ eventId, identity, contentHash, declaredAt, stockEvents })
    return {
      ...columns,
      eventId,
      identity,
      contentHash,
      body: sent.event as Prisma.InputJsonObject,
      context: ownContext(sent.context) as Prisma.InputJsonArray | undefined,
      captureId,
      clientId,
      siteId: placesOf(sent.event).flatMap((uri) => places.get(uri)?.site ?? [])[0] ?? null,
      traceparent,
      recordTime,
      stockEvents: stockEvents as unknown as Prisma.InputJsonArray,
      stockToldAt: stockEvents.length > 0 ? null : recordTime,
    }
  })
  await tx.epcisEvent.createMany({ data: rows })
}

// An event that was declared an error before it came never moves stock, so that the order of both does not matter.
const originalStock = (told: StockEvent[], others: Kept[]): StockEvent[] =>
  others.some(({ declaredAt }) => declaredAt !== null) ? [] : told

function declaredStock(others: Kept[]): StockEvent[] {
  const original = others.find(({ declaredAt }) => declaredAt === null)
  const isFirst = others.every(({ declaredAt }) => declaredAt === null)
  return original && isFirst ? stockEventsUndoing(original.stockEvents) : []
}
