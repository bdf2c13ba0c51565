import type { DeferredKind } from '@/lib/orders/schema'
import { db } from '@/lib/platform/db'
import type { Prisma } from '@/prisma/generated/client'

export const ago = (seconds: number): Date => new Date(Date.now() - seconds * 1000)

/** A site that has nothing but its clock, and its own due times of the deferred steps. */
export async function openSite(id: string, stepDueSeconds: Prisma.InputJsonObject = {}): Promise<void> {
  await db.site.create({
    data: { id, name: id, timeZone: 'Europe/Berlin', currency: 'EUR', locale: 'en-GB', stepDueSeconds },
  })
}

type Owed = Partial<Omit<Prisma.OrderStepUncheckedCreateInput, 'kind'>> & { kind?: DeferredKind }

/** A placed order that owes one step (`confirmation-email`, due in a minute, unless told otherwise). */
export async function oweStep(orderNumber: string, step: Owed = {}): Promise<void> {
  const { kind = 'confirmation-email', siteId = 'TEST-1', dueAt = ago(-60), ...rest } = step
  await db.order.createMany({
    data: {
      number: orderNumber,
      siteId,
      status: 'placed',
      customerName: 'Ada',
      customerEmail: 'ada@example.com',
      shipTo: {},
      currency: 'EUR',
      totalMinor: 100,
      unitCount: 1,
      lineCount: 1,
      paymentMethod: 'card',
      createdAt: ago(90),
      placedAt: ago(90),
    },
    skipDuplicates: true,
  })
  await db.orderStep.create({ data: { orderNumber, kind, siteId, dueAt, ...rest } })
}
