import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { TemperatureZone } from '@/lib/catalog/schema'
import { statement } from '@/lib/platform/db'
import { announceStock } from './announce-stock'
import type { BinRefusal } from './claim-load'
import { readOwnEvent } from './read-own-event'
import { recordEvents } from './record-events'
import { reserveRoom } from './reserve-room'
import { seenAt } from './rules/seen-at'

/** Units that somebody took out of a bin and put into another one; `operationId` names the deed, so that told twice is once. */
export type UnitMove = {
  operationId: string
  site: string
  sku: string
  lot: string
  expiresOn: string | null
  quantity: number
  from: string
  to: string
  at: string
  by: string
}
type Moving = { outcome: 'moved' } | { outcome: 'full'; retryAfterSeconds: number } | BinRefusal

/** As long as the ledger may take to hear of it; after that its room is anybody's. */
const KEPT_MS = 60_000
const MOST_ASKS = 5
const PAUSE_MS = 20
const SOURCE = 'stowline/move'

/**
 * Tells the ledger that units are in another bin, if that bin takes them. Idempotent by the operation: (1) the room is kept
 * under its name, (2) the ledger is told under its name, (3) the keeping ends. A death in between leaves room that counts
 * twice for a minute, rather than not at all, and the next call goes on where it stopped.
 */
export async function moveUnits(move: UnitMove, traceparent: string | null, now: Date): Promise<Moving> {
  const kept = await keepRoom(move, now)
  if (kept.outcome !== 'kept') return kept.outcome === 'told' ? { outcome: 'moved' } : kept
  const recording = await recordEvents([movedFact(move, now)], [], { siteIds: [move.site], traceparent })
  if ('outcome' in recording) return recording
  const [rejected] = recording.rejected
  if (rejected) throw new Error(`the ledger does not take a move: ${rejected.reason}`)
  await statement(
    'close-moved-load',
    `UPDATE stow_load SET state = 'stowed', stowed_bin_id = bin_id, stowed_at = now() WHERE stow_order_id = $1 AND state = 'open'`,
    [kept.stowId],
  )
  announceStock(move.site, { skus: [], bins: [kept.binId] }, 0)
  return { outcome: 'moved' }
}

type Keeping = { outcome: 'told' } | { outcome: 'kept'; stowId: string; binId: number } | BinRefusal

/** A bin that somebody is filling just then is passed by, although it has room; this move has no other bin, and asks again. */
async function keepRoom(move: UnitMove, now: Date): Promise<Keeping> {
  for (let ask = 1; ; ask++) {
    const look = await lookAt(move)
    if (look?.isTold) return { outcome: 'told' }
    const refusal = refusalOf(look, move.quantity)
    if (refusal || !look) return refusal ?? { outcome: 'no-bin' }
    const { binId, stowId } = look
    if (stowId !== null) return { outcome: 'kept', stowId, binId }
    const keptUntil = new Date(now.getTime() + KEPT_MS)
    const stow = { ...move, gtin: undefined, stowId: randomUUID(), askedBy: move.by, keptUntil }
    const reserved = await reserveRoom(stow, [{ bin: { id: binId }, because: [] }])
    if ('stowId' in reserved) return { outcome: 'kept', stowId: reserved.stowId, binId }
    if (ask === MOST_ASKS) return { outcome: 'no-room', fits: reserved.placed }
    await pause(PAUSE_MS)
  }
}

function movedFact(move: UnitMove, now: Date) {
  const { operationId, site, sku, lot, expiresOn, quantity, from, to, at } = move
  const observedAt = seenAt(at, now).toISOString()
  const data = { site, sku, quantity, bin: from, toBin: to, observedAt, ...(lot ? { lot } : {}) }
  return readOwnEvent(
    {
      ...{ id: operationId, source: SOURCE, subject: sku },
      type: 'stowline.inventory.moved.v1',
      data: { ...data, ...(lot && expiresOn ? { expiresOn } : {}) },
    },
    now,
  )
}

type Look = {
  isTold: boolean
  /** Room is kept already, by this move. */
  stowId: string | null
  binId: number
  isOpen: boolean
  stateReason: string | null
  has: TemperatureZone
  needs: TemperatureZone
  fits: number
  lookAlike: string | null
  otherLot: string | null
}

async function lookAt({ operationId, site, sku, lot, expiresOn, to }: UnitMove): Promise<Look | undefined> {
  const [look] = await statement<Look>(
    'look-at-target-of-move',
    `SELECT EXISTS (SELECT 1 FROM inventory_event WHERE source = $6 AND event_id = $5) AS "isTold", bin.id AS "binId",
            (SELECT id FROM stow_order WHERE site_id = $1 AND operation_id = $5) AS "stowId",
            bin.state = 'open' AS "isOpen", bin.state_reason AS "stateReason", zone.temperature_zone AS has,
            product.temperature_zone AS needs, room.look_alike AS "lookAlike", room.other_lot AS "otherLot",
            greatest(0, least(room.free_volume_ml / product.volume_ml, room.free_weight_grams / product.weight_grams))::int AS fits
       FROM bin JOIN aisle ON aisle.id = bin.aisle_id JOIN zone ON zone.id = aisle.zone_id JOIN product ON product.sku = $3
       CROSS JOIN LATERAL bin_room(ARRAY[bin.id], $3, $4, $7::date,
         (SELECT load.id FROM stow_order kept JOIN stow_load load ON load.stow_order_id = kept.id
           WHERE kept.site_id = $1 AND kept.operation_id = $5)) room
      WHERE bin.site_id = $1 AND bin.code = $2 AND bin.bay > 0`,
    [site, to, sku, lot, operationId, SOURCE, expiresOn],
  )
  return look
}

function refusalOf(look: Look | undefined, quantity: number): BinRefusal | null {
  if (!look) return { outcome: 'no-bin' }
  const { isOpen, stateReason, has, needs, lookAlike, otherLot, fits } = look
  if (!isOpen) return { outcome: 'closed', reason: stateReason }
  if (has !== needs) return { outcome: 'climate', has, needs }
  if (lookAlike !== null) return { outcome: 'look-alike', sku: lookAlike }
  if (otherLot !== null) return { outcome: 'other-lot', lot: otherLot }
  return fits < quantity ? { outcome: 'no-room', fits } : null
}
