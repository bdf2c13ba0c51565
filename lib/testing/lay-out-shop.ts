import { applyLayout } from '@/lib/floor/apply-layout'
import { generateLayout, type HallPlan } from '@/lib/floor/rules/generate-layout'
import type { Layout } from '@/lib/floor/schema'
import { db } from '@/lib/platform/db'
import { SHOP } from './open-shop'

/** Two ambient aisles and a chilled one, four bays a side, two levels, a middle cross aisle: 96 bins. */
export const SMALL_HALL: HallPlan = {
  zones: [
    { code: 'AMB', name: 'Ambient', temperatureZone: 'ambient', aisles: 2 },
    { code: 'CHL', name: 'Chilled', temperatureZone: 'chilled', aisles: 1 },
  ],
  baysASide: 4,
  levels: 2,
  positions: 2,
  crossAisles: 3,
}

export const fileOf = (layout: unknown) => ({
  content: Buffer.from(JSON.stringify(layout)),
  type: 'application/json' as const,
})

/** A site with a small hall, laid out as its manager would. */
export async function layOutShop(): Promise<Layout> {
  await db.site.create({
    data: { id: SHOP, name: 'Test store', timeZone: 'Europe/Berlin', currency: 'EUR', locale: 'en-GB' },
  })
  const layout = generateLayout(SMALL_HALL)
  const applied = await applyLayout(SHOP, fileOf(layout), { expectedVersion: null, by: 'Ada' })
  if (applied.outcome !== 'applied') throw new Error(applied.outcome)
  return layout
}
