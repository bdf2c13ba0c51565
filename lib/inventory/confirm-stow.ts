import { statement } from '@/lib/platform/db'
import { announceStock } from './announce-stock'
import { type BinRefusal, type ClaimedLoad, claimLoad } from './claim-load'
import { STOW_SOURCE } from './events'
import { findStow } from './find-stow'
import { readOwnEvent } from './read-own-event'
import { recordEvents } from './record-events'
import { seenAt } from './rules/seen-at'
import type { Stow, StowConfirmation, StowConfirmed } from './stow-schema'

type Confirming =
  | { outcome: 'confirmed'; confirmed: StowConfirmed }
  | { outcome: 'full'; retryAfterSeconds: number }
  | BinRefusal

/**
 * Somebody put units of a stow into a bin and scanned it: the ledger is told this address, whatever was planned, unless the bin
 * cannot take them. Idempotent by the operation: (1) the load is claimed in that bin, so its room is kept; (2) the
 * ledger is told, under an id made of stow and operation, so twice is once; (3) the load is closed. A death after (1) leaves
 * a claim that the next call finds and tells; a death after (2) one that it finds told and closes. In between room counts
 * twice rather than not at all.
 */
export async function confirmStow(
  stow: Stow,
  said: StowConfirmation,
  traceparent: string | null,
  now: Date,
): Promise<Confirming> {
  const eventId = `${stow.stowId}:${said.operationId}`
  const claim = await claimLoad(stow.stowId, eventId, said)
  if (claim.outcome !== 'claimed' && claim.outcome !== 'told') return claim
  if (claim.outcome === 'claimed') {
    const recording = await recordEvents([stowedFact(eventId, claim, said.at, now)], [], {
      siteIds: [stow.site],
      traceparent,
    })
    if ('outcome' in recording) return recording
    const [refused] = recording.rejected
    if (refused) throw new Error(`the ledger does not take a stow: ${refused.reason}`)
  }
  await closeLoad(stow, said.operationId)
  const after = await findStow(stow.stowId)
  if (!after) throw new Error(`stow ${stow.stowId} is gone`)
  const planned = stow.bins.find(({ loadId }) => loadId === said.loadId)
  const { bin, quantity } = claim
  const isPlanned = planned?.bin === bin
  return { outcome: 'confirmed', confirmed: { bin, quantity, isPlanned, stow: after } }
}

function stowedFact(id: string, load: ClaimedLoad, at: string, now: Date) {
  const { site, sku, lot, expiresOn, bin, quantity } = load
  const observedAt = seenAt(at, now).toISOString()
  const data = { site, sku, quantity, bin, ...(lot ? { lot } : {}), ...(expiresOn ? { expiresOn } : {}) }
  const type = 'stowline.inventory.stowed.v1'
  return readOwnEvent({ id, source: STOW_SOURCE, type, subject: sku, data: { ...data, observedAt } }, now)
}

async function closeLoad({ stowId, site }: Stow, operationId: string): Promise<void> {
  const closed = await statement<{ bin: number }>(
    'close-stow-load',
    `UPDATE stow_load SET state = 'stowed', stowed_bin_id = bin_id, stowed_at = now()
      WHERE stow_order_id = $1 AND operation_id = $2 AND state <> 'stowed' RETURNING bin_id AS bin`,
    [stowId, operationId],
  )
  announceStock(site, { skus: [], bins: closed.map(({ bin }) => bin) }, 0)
}
