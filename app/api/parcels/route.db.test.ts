import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { createApiKey } from '@/lib/sites/create-api-key'
import { emptyDatabase } from '@/lib/testing/database'
import { openBelts, openOrder } from '@/lib/testing/open-belts'
import { SHOP } from '@/lib/testing/open-shop'
import { DEMO_CONVEYOR } from '@/prisma/seed/demo-conveyor'
import * as boxes from '../conveyor/boxes/route'
import * as orders from '../orders/[orderNumber]/route'
import * as list from '../orders/route'
import * as drawing from '../sites/[site]/conveyor/route'
import * as parcels from './route'

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>
const SCOPES = ['all', 'read', 'scans'] as const

let keys: Map<string, string>
beforeEach(async () => {
  await emptyDatabase()
  await openBelts()
  keys = new Map()
  for (const scope of SCOPES)
    keys.set(scope, (await createApiKey({ name: 'test', scopes: [scope], siteId: SHOP })).key)
})

type Ask = { key?: (typeof SCOPES)[number]; params?: Record<string, string>; query?: string; body?: unknown }

async function ask(
  handler: Handler,
  method: string,
  { key = 'all', params = {}, query = '', body }: Ask = {},
) {
  const request = new Request(`http://house.test/${query}`, {
    method,
    headers: { authorization: `Bearer ${keys.get(key)}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const response = await handler(request, { params: Promise.resolve(params) })
  return { status: response.status, body: await response.json(), etag: response.headers.get('etag') }
}

describe('the drawing', () => {
  const params = { site: SHOP }

  it('is shown, replaced, and written down when it changed', async () => {
    const shown = await ask(drawing.GET, 'GET', { params, key: 'read' })
    expect(shown).toMatchObject({ status: 200, body: DEMO_CONVEYOR, etag: '"1"' })
    expect(await ask(drawing.PUT, 'PUT', { params, body: shown.body })).toMatchObject({
      status: 200,
      body: { version: 1, isChanged: false },
    })
    const [sorter] = DEMO_CONVEYOR.sorters
    const body = { ...DEMO_CONVEYOR, sorters: [sorter] }
    expect(await ask(drawing.PUT, 'PUT', { params, body })).toMatchObject({
      ...{ status: 200, body: { version: 2, isChanged: true }, etag: '"2"' },
    })
    expect(await db.auditEntry.findMany()).toMatchObject([
      { action: 'replaceTopology', outcome: 'allowed', subject: `${SHOP} belts version 2` },
    ])
  })

  it('that is none is refused with pointers, and nothing changes', async () => {
    const [first, ...others] = DEMO_CONVEYOR.sorters
    const wrong = { ...DEMO_CONVEYOR, sorters: [{ ...first, exceptionLane: 'L99' }, ...others, first] }
    const answer = await ask(drawing.PUT, 'PUT', { params, body: wrong })
    expect(answer.status).toBe(400)
    expect(answer.body.errors).toContainEqual({
      pointer: '/sorters/0/exceptionLane',
      detail: 'L99 is no lane of SORT-1',
    })
    expect(answer.body.errors).toContainEqual({ pointer: '/sorters/2/id', detail: 'SORT-1 is there twice' })
    expect((await ask(drawing.PUT, 'PUT', { params, body: {}, key: 'scans' })).status).toBe(403)
    expect((await ask(drawing.GET, 'GET', { params: { site: 'NONE' } })).status).toBe(404)
    await db.conveyorPlan.deleteMany()
    expect((await ask(drawing.GET, 'GET', { params })).status).toBe(404)
  })
})

describe('from an announced tote to a parcel', () => {
  const tote = (barcode: string, orderNumber: string) => ({
    ...{ barcode, kind: 'tote', orderNumber, destination: 'pack' },
  })
  const announce = (sent: unknown[]) =>
    ask(boxes.POST, 'POST', { body: { site: SHOP, boxes: sent }, key: 'scans' })
  const pack = (body: object) => ask(parcels.POST, 'POST', { body: { site: SHOP, ...body }, key: 'scans' })

  it('packs a tote of which the belt has not been told yet', async () => {
    await openOrder('100001-AAAA')
    const [now, at] = [new Date(), { aisle: 0, y: 0 }]
    await db.tour.create({
      data: {
        ...{
          id: randomUUID(),
          siteId: SHOP,
          pickerId: 'key:1',
          pickerName: 'Mia',
          leaseUntil: now,
          startedAt: now,
        },
        ...{ start: at, end: at, atXMetres: 0, atYMetres: 0, walk: [], walkMetres: 0, baselineMetres: 0 },
        ...{ lowerBoundMetres: 0, isOptimal: true, planVersion: 1 },
        totes: { create: { slot: 1, number: 7, orderNumber: '100001-AAAA' } },
      },
    })
    for (const _ of ['once', 'twice'])
      expect(await pack({ totes: ['t000007'] })).toMatchObject({
        status: 201,
        body: { orderNumber: '100001-AAAA' },
      })
    expect(await pack({ totes: ['T000008'] })).toMatchObject({ status: 409 })
    expect(await db.conveyorBox.findMany({ where: { kind: 'tote' } })).toMatchObject([{ barcode: 'T000007' }])
  })

  it('answers what happened, the same again, and finds the order by either label', async () => {
    await openOrder('100001-AAAA')
    await openOrder('100002-BBBB')
    expect(await announce([tote('T000001', '100001-AAAA'), tote('T000002', '100002-BBBB')])).toMatchObject({
      ...{ status: 200, body: { accepted: 2 } },
    })
    const packed = await pack({ totes: ['T000001'], operationId: 'a' })
    expect(packed).toMatchObject({
      status: 201,
      body: { parcel: expect.stringMatching(/^0\d{17}$/), orderNumber: '100001-AAAA', carrier: 'FedEx' },
    })
    expect(await pack({ totes: ['T000001'], operationId: 'a' })).toEqual(packed)
    expect(await pack({ totes: ['T000002'], operationId: 'a' })).toMatchObject({ status: 422 })
    expect(await pack({ totes: ['T000001', 'T000002'] })).toMatchObject({ status: 409 })
    for (const query of ['t000001', `(00)${packed.body.parcel}`])
      expect(
        await ask(list.GET, 'GET', { query: `?query=${encodeURIComponent(query)}`, key: 'read' }),
      ).toMatchObject({ body: { items: [{ orderNumber: '100001-AAAA' }] } })
    const page = await ask(orders.GET, 'GET', { params: { orderNumber: '100001-AAAA' }, key: 'read' })
    expect(page.body.timeline.filter(({ kind }: { kind: string }) => kind === 'pack')).toMatchObject([
      { text: expect.stringMatching(/packed T000001 into parcel 0\d{17} for FedEx$/) },
    ])
  })

  it('lets in who may', async () => {
    const body = { site: SHOP, boxes: [tote('T1', 'O1')], totes: ['T1'] }
    for (const handler of [boxes.POST, parcels.POST])
      expect((await ask(handler, 'POST', { body, key: 'read' })).status).toBe(403)
    expect((await ask(boxes.POST, 'POST', { body: { ...body, site: 'NONE' } })).status).toBe(404)
    expect((await announce([])).status).toBe(400)
    expect((await announce(Array.from({ length: 1_001 }, (_, n) => tote(`T${n}`, 'O')))).status).toBe(400)
  })
})
