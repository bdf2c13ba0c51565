import { z } from 'zod'

const amount = (min: number, max: number) => z.number().int().min(min).max(max)

/** How a site picks. Bounds are what a cart, a tote and a shift can be. */
export const pickingRulesSchema = z.strictObject({
  /** What becomes of an order whose units nobody finds: sent without them, or it waits for them. */
  onShort: z.enum(['ship', 'wait']),
  cartTotes: amount(1, 40),
  toteVolumeMl: amount(1_000, 500_000),
  cartWeightGrams: amount(5_000, 1_000_000),
  heavyFirst: z.boolean(),
  frozenLast: z.boolean(),
  /** A later lot is never offered while an earlier one has units free. */
  isFefo: z.boolean(),
  /** A picker who says nothing for so long has vanished. */
  leaseMinutes: amount(2, 240),
  /** Bins in aisles where other pickers are about to be are passed over where that costs little. */
  avoidCrowds: z.boolean(),
})
export type PickingRules = z.infer<typeof pickingRulesSchema>
