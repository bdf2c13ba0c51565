import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { epcisDocument } from '@/lib/testing/epcis-documents'
import { SHOP, stockShop } from '@/lib/testing/open-shop'
import { acceptDocument } from './accept-document'
import { captureDocument } from './capture-document'
import { captureEvent } from './capture-event'
import { epcisEventSchema } from './events'
import { epcisDocumentSchema } from './schema'
import { tellStock } from './tell-stock'

const partner = { clientId: 'key:partner', siteIds: 'all' as const, traceparent: '' }

beforeEach(async () => {
  await emptyDatabase()
  await stockShop({ MILK: [5] })
  await db.site.update({ where: { id: SHOP }, data: { gln: '4012345000115' } })
  await db.product.update({ where: { sku: 'MILK' }, data: { gtin: '4012345111118' } })
})

async function captured(...events: object[]) {
  const document = epcisDocumentSchema.parse(epcisDocument(...events))
  const { captureId } = await acceptDocument(document, { ...partner, errorBehaviour: 'rollback' })
  return captureDocument(captureId)
}
const capture = (event: object, by: { siteIds: string[] | 'all' } = partner) =>
  captureEvent(epcisEventSchema.parse(event), { ...partner, ...by })

const onHand = async () => (await db.stockLine.aggregate({ _sum: { onHand: true } }))._sum.onHand
const told = {
  type: 'ObjectEvent',
  eventTime: '2026-11-20T08:30:00Z',
  eventTimeZoneOffset: '+00:00',
  action: 'OBSERVE',
  bizStep: 'receiving',
  epcList: ['urn:epc:id:sgtin:4012345.011111.A1', 'urn:epc:id:sgtin:4012345.011111.A2'],
  quantityList: [{ epcClass: 'urn:epc:class:lgtin:4012345.011111.L7', quantity: 10 }],
  bizLocation: { id: 'urn:epc:id:sgln:4012345.00011.A01-1-A1' },
}

describe('stock', () => {
  it('moves once by what an event says, however often and wherever it is told', async () => {
    expect(await capture(told)).toMatchObject({ outcome: 'captured' })
    expect(await onHand()).toBe(17)
    expect(await capture(told)).toMatchObject({ outcome: 'known' })
    expect(await captured(told)).toMatchObject({ kept: 0, known: 1 })
    expect(await onHand()).toBe(17)
    expect(await db.inventoryEvent.findMany({ orderBy: { id: 'asc' } })).toMatchObject([
      { source: 'epcis', eventId: expect.stringMatching(/CBV2\.0#1$/), siteId: SHOP, sku: 'MILK' },
      { source: 'epcis', eventId: expect.stringMatching(/CBV2\.0#2$/) },
    ])
  })

  it('is told again by the sweep when a process died before it noted that it had been', async () => {
    await capture(told)
    await db.epcisEvent.updateMany({ data: { stockToldAt: null } })
    expect(await tellStock({ keptBefore: new Date(Date.now() + 1_000) })).toEqual({ told: 1 })
    expect(await tellStock({ keptBefore: new Date(Date.now() + 1_000) })).toEqual({ told: 0 })
    expect(await onHand()).toBe(17)
  })

  it('moves once when the same event comes many times at one instant', async () => {
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => capture(told)))
    expect(outcomes.filter(({ outcome }) => outcome === 'captured')).toHaveLength(1)
    expect(await onHand()).toBe(17)
  })

  it.each([
    [0, 1],
    [1, 0],
  ])('is as before when the event is declared an error, in whatever order', async (...order) => {
    const event = { ...told, quantityList: [], eventID: 'urn:uuid:1' }
    const declarationTime = '2026-11-20T10:00:00Z'
    const both = [event, { ...event, errorDeclaration: { declarationTime, reason: 'did_not_occur' } }]
    for (const which of order) await captured(both[which] ?? {})
    expect(await onHand()).toBe(5)
    expect(await db.epcisEvent.count({ where: { eventId: 'urn:uuid:1' } })).toBe(2)
  })

  it('of a site that the sender may not touch stays as it is', async () => {
    expect(await capture(told, { siteIds: ['OTHER'] })).toMatchObject({ outcome: 'captured' })
    expect(await onHand()).toBe(5)
    expect(await db.inventoryEvent.count()).toBe(0)
  })
})
