import { expectTotes } from '@/lib/conveyor/expect-totes'
import { handOverParcel } from '@/lib/conveyor/hand-over-parcel'
import { packTotes } from '@/lib/conveyor/pack-totes'
import { beginPicking } from '@/lib/orders/begin-picking'
import { settleMovement } from '@/lib/payments/settle-movement'
import { confirmPicks } from '@/lib/picking/confirm-picks'
import { nextTour } from '@/lib/picking/next-tour'
import type { Tour } from '@/lib/picking/schema'
import { shortPick } from '@/lib/picking/short-pick'
import { db } from '@/lib/platform/db'
import { SHOP } from './open-shop'

export const ANN = { id: 'ann', name: 'Ann' }

/** The next tour, its totes announced to the belt and its orders picked, as the night shift does it. */
export async function beginTourOf(picker = ANN): Promise<Tour | null> {
  const tour = await nextTour(SHOP, picker, new Date())
  if (!tour) return null
  await expectTotes(
    SHOP,
    tour.totes.map((tote) => ({ ...tote, tourId: tour.tourId })),
  )
  await beginPicking([...new Set(tour.totes.map(({ orderNumber }) => orderNumber))], new Date())
  return tour
}

/** Picks what is open on a tour; of the SKUs that are missing nothing is found. */
export async function walkTour(tour: Tour, missing: readonly string[] = [], picker = ANN): Promise<void> {
  for (const { seq, bin, sku, quantity } of tour.stops) {
    const at = new Date().toISOString()
    const operationId = `op-${tour.tourId}-${seq}`
    if (missing.includes(sku))
      await shortPick(tour.tourId, picker.id, { operationId, seq, found: 0, reason: 'empty' }, new Date())
    else
      await confirmPicks(tour.tourId, picker.id, [{ operationId, seq, bin, sku, quantity, at }], new Date())
  }
}

/** Packs one tote by itself; null when it makes no parcel. */
export async function packTote(tote: string): Promise<string | null> {
  const packing = await packTotes({ site: SHOP, totes: [tote] }, 'Pio', new Date())
  return 'parcel' in packing ? packing.parcel.parcel : null
}

export const handOver = (parcel: string) => handOverParcel(parcel, 'Pio', new Date())

/** Asks the provider for everything that is owed, until nothing is. */
export async function settleMoney(): Promise<void> {
  for (;;) {
    await db.paymentMovement.updateMany({ where: { state: 'owed' }, data: { dueAt: new Date(0) } })
    const owed = await db.paymentMovement.findMany({ where: { state: 'owed' }, orderBy: { seq: 'asc' } })
    if (owed.length === 0) return
    for (const { id } of owed) await settleMovement(id)
  }
}
