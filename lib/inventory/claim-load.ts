import type { TemperatureZone } from '@/lib/catalog/schema'
import { statement } from '@/lib/platform/db'

/** What a confirmed load is, as the ledger is to be told it. */
export type ClaimedLoad = {
  site: string
  sku: string
  lot: string
  expiresOn: string | null
  bin: string
  quantity: number
}

/** Why a bin doesn't take what somebody wants to put there; nothing is changed then. */
export type BinRefusal =
  | { outcome: 'unknown-load' | 'over' | 'no-bin' }
  | { outcome: 'too-many'; open: number }
  | { outcome: 'closed'; reason: string | null }
  | { outcome: 'climate'; needs: TemperatureZone; has: TemperatureZone }
  | { outcome: 'look-alike'; sku: string }
  | { outcome: 'other-lot'; lot: string }
  | { outcome: 'no-room'; fits: number }

type Claim = ({ outcome: 'claimed' } & ClaimedLoad) | ({ outcome: 'told' } & ClaimedLoad) | BinRefusal

/**
 * Keeps the room of so many units of a load in the bin where somebody says they are, if the bin takes them; the same
 * operation claims once. One round trip, under the bin's lock (`claim-load.sql`).
 * @returns `claimed`: the ledger has yet to be told; `told`: it knows already
 */
export async function claimLoad(
  stowId: string,
  eventId: string,
  said: { operationId: string; loadId: string; bin: string; quantity: number },
): Promise<Claim> {
  const { operationId, loadId, bin, quantity } = said
  const [row] = await statement<{ claim: Claim }>(
    'claim-load',
    'SELECT claim_load($1,$2,$3,$4,$5,$6) AS claim',
    [stowId, operationId, eventId, loadId, bin, quantity],
  )
  if (!row) throw new Error('claim_load gave no answer')
  return row.claim
}
