import type { Stock } from '@/lib/inventory/schema'

type Lying = Pick<Stock['bins'][number], 'bin' | 'onHand' | 'shortfall' | 'expiresOn'>

/** Bins in the order in which they should be emptied: first to expire first out, what never expires last; empty ones after all. */
export function firstOut<Bin extends Lying>(bins: readonly Bin[]): Bin[] {
  const rank = (bin: Bin) =>
    [bin.onHand + bin.shortfall > 0 ? 0 : 1, bin.expiresOn ?? '9999-12-31', bin.bin] as const
  return [...bins].sort((one, other) => {
    const [a, b] = [rank(one), rank(other)]
    return a[0] - b[0] || a[1].localeCompare(b[1]) || a[2].localeCompare(b[2])
  })
}
