import { randomUUID } from 'node:crypto'
import { replaceTopology } from '@/lib/conveyor/replace-topology'
import { db } from '@/lib/platform/db'
import type { Prisma } from '@/prisma/generated/client'
import { DEMO_CONVEYOR } from '@/prisma/seed/demo-conveyor'
import { SHOP } from './open-shop'

/** A site with the demo's belts and a GLN of GS1's range for examples. */
export async function openBelts(site = SHOP, gln: string | null = '9521321000018'): Promise<void> {
  const words = { name: 'Test store', timeZone: 'Europe/Berlin', currency: 'EUR', locale: 'en-GB' }
  await db.site.upsert({ where: { id: site }, create: { id: site, gln, ...words }, update: { gln } })
  await replaceTopology(site, DEMO_CONVEYOR)
}

/** An order as far as belts know it. */
export async function openOrder(number: string, more: Partial<Prisma.OrderUncheckedCreateInput> = {}) {
  const shipTo = { line1: '1 Test Street', city: 'Berlin', postalCode: '10115', country: 'DE' }
  const now = new Date()
  return db.order.create({
    data: {
      ...{ number, siteId: SHOP, status: 'placed', customerName: 'Ada', customerEmail: 'ada@example.com' },
      ...{ shipTo, currency: 'EUR', totalMinor: 500, unitCount: 2, lineCount: 1, paymentMethod: 'card' },
      ...{ createdAt: now, placedAt: now, ...more },
    },
  })
}

let seq = 0

/** A decision as a belt has recorded it: a known box on its way into L1, unless told otherwise. */
export const decided = (
  secondsAgo: number,
  more: Partial<Prisma.DivertDecisionUncheckedCreateInput> = {},
): Prisma.DivertDecisionUncheckedCreateInput => {
  const at = new Date(Date.now() - secondsAgo * 1_000)
  return {
    ...{ id: randomUUID(), siteId: SHOP, sorter: 'SORT-1', scanner: 'S1', seq: ++seq, barcode: `B${seq}` },
    ...{ action: 'divert', lane: 'L1', because: 'routed', scannedAt: at, decidedAt: at, recordedAt: at },
    ...{ deadlineMs: 540, elapsedMicros: 300, ...more },
  }
}

/** The same, confirmed as it was decided. */
export const arrived = (
  secondsAgo: number,
  more: Partial<Prisma.DivertDecisionUncheckedCreateInput> = {},
) => {
  const decision = decided(secondsAgo, { outcome: 'diverted', ...more })
  const confirmedAt = new Date(Number(decision.decidedAt) + 3_000)
  return { actualLane: decision.lane, confirmedAt, ...decision }
}

export const keepDecisions = (data: Prisma.DivertDecisionUncheckedCreateInput[]) =>
  db.divertDecision.createMany({ data })
