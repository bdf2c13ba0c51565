import type { ClientBase } from 'pg'
import { insertRows } from './insert-rows'
import type { Stowed } from './stow-products'

const DAY_MS = 86_400_000
const CHUNK_LINES = 20_000
/** A prime: neighbours in the list came weeks apart, as in a hall at work. */
const STRIDE = 7_919
const OLDEST_DAYS = 42
const OLDEST_DAYS_OF_WHAT_EXPIRES = 5

/** Stock by bin, each unit with its event in the ledger. `named` begins the names of the events: no two puttings away have the same. */
export async function putAway(
  client: ClientBase,
  stowed: Stowed[],
  about: { site: string; source: string; named: string; now: Date },
): Promise<void> {
  for (let start = 0; start < stowed.length; start += CHUNK_LINES)
    await putChunk(client, stowed.slice(start, start + CHUNK_LINES), start, about)
}

async function putChunk(
  client: ClientBase,
  stowed: Stowed[],
  start: number,
  { site, source, named, now }: { site: string; source: string; named: string; now: Date },
): Promise<void> {
  const expiry = (days: number | null) =>
    days === null ? null : new Date(now.getTime() + days * DAY_MS).toISOString().slice(0, 10)
  const since = (at: number, shelfDays: number | null) => {
    const days = ((start + at) * STRIDE) % (shelfDays === null ? OLDEST_DAYS : OLDEST_DAYS_OF_WHAT_EXPIRES)
    return new Date(now.getTime() - days * DAY_MS)
  }
  const lines = stowed.map(({ sku, binId, onHand, shelfDays }, at) => {
    const stockedAt = since(at, shelfDays)
    return { siteId: site, sku, binId, lot: '', expiresOn: expiry(shelfDays), onHand, held: 0, stockedAt }
  })
  await insertRows(client, 'stock_line', lines)
  const told = await insertRows<{ id: string }>(
    client,
    'inventory_event',
    lines.map(({ siteId, sku, onHand, expiresOn, stockedAt }, at) => {
      const bin = stowed[at]?.bin
      const data = { site, sku, quantity: onHand, bin, expiresOn, observedAt: stockedAt.toISOString() }
      return {
        ...{ siteId, sku, source, eventId: `${named}/${start + at + 1}` },
        type: 'stowline.inventory.received.v1',
        data: Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null)),
        observedAt: stockedAt,
        recordedAt: now,
      }
    }),
    'RETURNING id',
  )
  const entries = lines.map(({ onHand, held: _, stockedAt, ...line }, at) => ({
    ...line,
    eventRow: told[at]?.id,
    quantity: onHand,
    observedAt: stockedAt,
  }))
  await insertRows(client, 'ledger_entry', entries)
}
