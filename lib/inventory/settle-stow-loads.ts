import { statement } from '@/lib/platform/db'
import { STOW_SOURCE } from './events'
import type { StockFact } from './rules/stock-fact'

const STOWED = /^stowline\.inventory\.stowed\.v/

/**
 * Closes the open loads whose units were told to lie in their bins by an event, as a client does that has asked where to and
 * then says where: the oldest load of the bin and SKU first, the last one in part. Only for facts that are new, so
 * a load is closed once; should the process die before, its room is kept until its time is over, and nothing is wrong.
 * Confirmations close their own load.
 */
export async function settleStowLoads(facts: readonly StockFact[]): Promise<void> {
  const stowed = facts.filter(({ type, source }) => STOWED.test(type) && source !== STOW_SOURCE)
  if (stowed.length === 0) return
  await statement('settle-stow-loads', SETTLE, [
    stowed.map(({ put_bin }) => put_bin),
    stowed.map(({ sku }) => sku),
    stowed.map(({ quantity }) => quantity),
  ])
}

// The units that a load keeps room for, laid end to end by age, against the units that arrived in its bin. What arrived of a
// load in part becomes a row of its own, so that its units stay countable.
const SETTLE = `
WITH arrived AS (
  SELECT bin_id, sku, sum(units) AS units FROM unnest($1::int[], $2::text[], $3::int[]) AS told(bin_id, sku, units)
   WHERE bin_id IS NOT NULL GROUP BY bin_id, sku
), open AS MATERIALIZED (
  SELECT load.*, arrived.units AS arrived FROM arrived JOIN stow_load load ON load.bin_id = arrived.bin_id AND load.sku = arrived.sku
   WHERE load.state = 'open' AND load.operation_id IS NULL ORDER BY load.id FOR UPDATE OF load
), used AS (
  SELECT *, least(quantity, arrived - low)::int AS units
    FROM (SELECT *, sum(quantity) OVER (PARTITION BY bin_id, sku ORDER BY id) - quantity AS low FROM open) line WHERE low < arrived
), rest AS (
  INSERT INTO stow_load (stow_order_id, bin_id, sku, lot, quantity, volume_ml, weight_grams, kept_until, because)
  SELECT stow_order_id, bin_id, sku, lot, quantity - units, volume_ml / quantity * (quantity - units),
         weight_grams / quantity * (quantity - units), kept_until, because FROM used WHERE units < quantity
)
UPDATE stow_load SET quantity = used.units, state = 'stowed', stowed_bin_id = used.bin_id, stowed_at = now()
  FROM used WHERE stow_load.id = used.id`
