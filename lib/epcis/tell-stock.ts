import type { InventoryFact } from '@/lib/inventory/events'
import { parseInventoryEvent } from '@/lib/inventory/parse-inventory-event'
import { recordEvents } from '@/lib/inventory/record-events'
import { db } from '@/lib/platform/db'
import type { StockEvent } from './rules/stock-events-of'

const SOURCE = 'epcis'
const AT_ONCE = 200

/**
 * Tells the ledger what captured events say of stock, and notes that it was told. Told twice it counts once: the ledger
 * knows every change by its source and id.
 * @throws Error when the ledger has no room now; the events are still owed then
 */
export async function tellStock(
  which: { captureId: string } | { eventId: string } | { keptBefore: Date },
): Promise<{ told: number }> {
  const where = 'keptBefore' in which ? { recordTime: { lt: which.keptBefore } } : which
  let told = 0
  for (;;) {
    const owed = await db.epcisEvent.findMany({
      where: { ...where, stockToldAt: null },
      orderBy: { id: 'asc' },
      take: AT_ONCE,
      select: { id: true, identity: true, siteId: true, traceparent: true, stockEvents: true },
    })
    if (owed.length === 0) return { told }
    const read = owed.flatMap((row) => readStock(row))
    const facts = read.flatMap((one) => ('fact' in one ? [one.fact] : []))
    const rejected = read.flatMap((one, index) => ('reason' in one ? [{ index, ...one }] : []))
    const siteIds = [...new Set(facts.map(({ site }) => site))]
    const answer = await recordEvents(facts, rejected, { siteIds, traceparent: owed[0]?.traceparent ?? null })
    if ('outcome' in answer) throw new Error(`the ledger is full, for ${answer.retryAfterSeconds} s`)
    await db.epcisEvent.updateMany({
      where: { id: { in: owed.map(({ id }) => id) } },
      data: { stockToldAt: new Date() },
    })
    told += owed.length
  }
}

type Owed = { identity: string; traceparent: string | null; stockEvents: unknown }
type Read = { fact: InventoryFact } | { id: string; source: string; reason: string; raw: object }

function readStock({ identity, traceparent, stockEvents }: Owed): Read[] {
  return (stockEvents as StockEvent[]).map(({ type, data }, at) => {
    const id = `${identity}#${at + 1}`
    const event = {
      specversion: '1.0' as const,
      source: SOURCE,
      id,
      type,
      data,
      ...(traceparent !== null && { traceparent }),
    }
    const parsed = parseInventoryEvent(event, new Date())
    return parsed.ok ? { fact: parsed.event } : { id, source: SOURCE, reason: parsed.reason, raw: event }
  })
}
