import { findTotes } from '@/lib/picking/queries'
import { expectTotes } from './expect-totes'

/**
 * A tote may be with a packer before the night shift has told the belt of its tour, where that runs elsewhere and is busy: what
 * picking knows of these labels and the belt does not is told now. Told twice is told once.
 */
export async function expectScannedTotes(
  site: string,
  labels: readonly string[],
): Promise<{ changed: number }> {
  const totes = await findTotes(labels)
  return expectTotes(
    site,
    totes.filter((tote) => tote.site === site),
  )
}
