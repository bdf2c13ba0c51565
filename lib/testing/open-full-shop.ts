import { randomUUID } from 'node:crypto'
import { writeShiftReport } from '@/lib/figures/write-shift-report'
import { db } from '@/lib/platform/db'
import { decided, keepDecisions, openBelts } from './open-belts'
import { openPickShop, orderToPick } from './open-pick-shop'
import { SHOP } from './open-shop'
import { beginTourOf, packTote, walkTour } from './walk-orders'

const MOMENT = new Date('2026-11-21T12:00:00Z')
const DAY = new Date('2026-11-21')
const site = { siteId: SHOP }
/** What of advice its page reads. */
const ADVICE = { horizonDays: 28, fit: {}, items: [] }

/**
 * The test shop with one of everything that a door may show.
 * @returns what a path's parameter, or a member of a body or query, is called there: by its name, or by the path up to it
 */
export async function openFullShop(personId: string): Promise<Record<string, string>> {
  await openPickShop([{ sku: 'MILK', bin: 'A01-01-A1', quantity: 50 }])
  await openBelts()
  const orderNumber = await orderToPick({ MILK: 3 })
  const tour = await beginTourOf()
  if (!tour) throw new Error('no tour')
  await walkTour(tour)
  const parcel = (await packTote(tour.totes[0]?.tote ?? '')) ?? ''
  await orderToPick({ MILK: 1 })
  const pickList = await db.pickList.findFirstOrThrow({ orderBy: { id: 'desc' } })
  const decision = decided(10)
  await keepDecisions([decision])
  return {
    ...{ site: SHOP, orderNumber, order: orderNumber, tourId: tour.tourId, parcel, sku: 'MILK' },
    ...{
      bin: 'A01-01-A1',
      decisionId: String(decision.id),
      barcode: parcel,
      sorter: 'SORT-1',
      scanner: 'S1',
    },
    ...{ type: 'stowline.inventory.received.v1', day: '2026-11-21', lane: 'L1', kind: 'confirmation-email' },
    ...{ name: 'confirmation-email', terms: 'eventTypes', term: 'ObjectEvent', action: 'get-session' },
    ...{
      '/api/pick-lists/': String(pickList.id),
      '/api/bins/': 'A01-01-A1',
      '/api/sites/{site}/aisles/': 'A01',
    },
    ...(await keepTheRest(orderNumber, personId)),
  }
}

async function keepTheRest(orderNumber: string, personId: string): Promise<Record<string, string>> {
  const bin = await db.bin.findFirstOrThrow({ where: { ...site, code: 'A01-01-A1' } })
  const alert = { queue: 'mail', topic: 'mail', severity: 'warning', cause: 'c', message: 'm' } as const
  const about = { queue: 'mail', kind: 'step', subject: orderNumber, payload: { site: SHOP } }
  const letter = { ...about, key: 'k', error: 'e', attempts: 1, createdAt: MOMENT, updatedAt: MOMENT }
  const count = { binId: bin.id, isWholeBin: true, isOwed: false, reason: 'asked', openedBy: 'Ann' }
  const webhook = { url: 'https://hooks.example/', types: ['*'], secret: 'whsec_x', createdBy: 'Ann' }
  const stow = { operationId: 'o', sku: 'MILK', quantity: 1, askedBy: 'Ann', keptUntil: MOMENT }
  const file = { fileHash: 'x', totalRows: 0, startedAt: MOMENT, startedBy: 'Ann' }
  const move = { fromBin: 'A01-01-A1', toBin: 'A01-02-A1', sku: 'MILK' }
  const advice = await db.slottingAdvice.create({
    data: { ...site, day: DAY, computedAt: MOMENT, result: ADVICE },
  })
  const endpoint = await db.webhookEndpoint.create({ data: { ...site, ...webhook } })
  const delivery = await db.webhookDelivery.create({
    data: {
      ...{ endpointId: endpoint.id, kind: 1, rowId: 1n, type: 'a', subject: orderNumber },
      ...{ state: 'failed', dueAt: MOMENT, createdAt: MOMENT },
    },
  })
  const kept = {
    '/api/alerts/': db.alert.create({ data: { ...site, ...alert, ordersAffected: 1, openedAt: MOMENT } }),
    '/api/alert-targets/': db.alertTarget.create({
      data: { ...site, kind: 'email', address: 'a@b.example' },
    }),
    '/api/dead-letters/': db.deadLetter.create({ data: { ...site, ...letter } }),
    '/api/counts/': db.stockCount.create({
      data: { ...site, ...count, openedAt: MOMENT, touchedAt: MOMENT },
    }),
    stowId: db.stowOrder.create({ data: { ...site, ...stow } }),
    '/api/stock/imports/': db.stockImport.create({ data: { ...site, ...file } }),
    '/api/sites/{site}/blocks/': db.floorBlock.create({
      data: { ...site, aisleId: bin.aisleId, reason: 'r', blockedBy: 'Ann' },
    }),
    '/api/orders/{orderNumber}/notes/': db.orderNote.create({
      data: { orderNumber, text: 'rang twice', writtenBy: 'Ann' },
    }),
    '/api/sites/{site}/slotting/moves/': db.slottingMove.create({
      data: { ...site, day: advice.day, seq: 1, move },
    }),
    '/api/runs/': db.engineRun.create({
      data: {
        ...{ functionId: 'f', idempotencyKey: 'k', event: { name: 'x', data: { site: SHOP } } },
        ...{ limitKeys: [], createdAt: MOMENT },
      },
    }),
    captureId: db.epcisCapture.create({
      data: {
        ...{ id: randomUUID(), clientId: 'c', siteIds: [SHOP], allSites: false, errorBehaviour: 'rollback' },
        createdAt: MOMENT,
      },
    }),
    '/api/saved-views/': db.savedView.create({ data: { ...site, personId, name: 'Mine', path: '/orders' } }),
  }
  const hours = { site: SHOP, shift: 'early', from: new Date(+MOMENT - 3_600_000), to: MOMENT }
  const report = await writeShiftReport(hours, true, MOMENT)
  const reportId = 'reportId' in report ? report.reportId : ''
  const ids: Record<string, string> = {
    '/api/shift-reports/': reportId,
    '/api/webhooks/': endpoint.id,
    deliveryId: String(delivery.id),
  }
  for (const [name, creating] of Object.entries(kept)) ids[name] = String((await creating).id)
  return ids
}
