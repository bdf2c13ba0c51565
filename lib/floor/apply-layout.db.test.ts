import { beforeEach, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { fileOf, layOutShop } from '@/lib/testing/lay-out-shop'
import { productOf, SHOP } from '@/lib/testing/open-shop'
import { applyLayout } from './apply-layout'
import { blockStretch } from './block-stretch'
import { previewLayout } from './preview-layout'
import { findLayout } from './queries'
import { layoutCsv } from './rules/layout-rows'
import { type Layout, layoutPreviewSchema } from './schema'
import { setBinState } from './set-bin-state'

const BY = { expectedVersion: null, by: 'Ada' }
const csv = (text: string) => ({ content: Buffer.from(text), type: 'text/csv' as const })
const SAME_BINS = { added: 0, changed: 0, removed: 0, same: 96 }

let layout: Layout
beforeEach(async () => {
  await emptyDatabase()
  layout = await layOutShop()
})

const without = (...codes: string[]) => ({
  ...layout,
  bins: layout.bins.filter(({ code }) => !codes.includes(code)),
})
async function stock(code: string, onHand: number): Promise<number> {
  const { id: binId } = await db.bin.findFirstOrThrow({ where: { code } })
  await db.product.create({ data: productOf('MILK', 1) })
  await db.stockLine.create({ data: { siteId: SHOP, sku: 'MILK', binId, onHand } })
  return binId
}

it('lays out a hall, and the same file again changes nothing', async () => {
  expect(await db.bin.count()).toBe(96)
  expect(await db.floorPlan.findMany()).toMatchObject([{ version: 1, crossYMetres: layout.crossYMetres }])
  expect(await applyLayout(SHOP, fileOf(layout), BY)).toEqual({
    outcome: 'applied',
    version: 1,
    isChanged: false,
    bins: SAME_BINS,
  })
})

it('gives back what it was given, as JSON and as CSV', async () => {
  await blockStretch(SHOP, { aisle: 'A02', fromYMetres: 3, toYMetres: 4, reason: 'a spill' }, 'Ada')
  await setBinState(SHOP, 'A01-01-A1', { state: 'closed', reason: 'a bent board' })
  const { version, layout: exported } = await findLayout(SHOP)
  expect(exported.bins).toEqual(layout.bins)
  expect(exported.blocks).toHaveLength(1)
  for (const file of [
    fileOf(exported),
    csv(layoutCsv(exported)),
    csv(layoutCsv(exported).replaceAll(',', ';')),
  ]) {
    expect(await previewLayout(SHOP, file)).toMatchObject({
      isChange: false,
      errorCount: 0,
      changes: { bins: SAME_BINS },
    })
    expect(await applyLayout(SHOP, file, BY)).toMatchObject({ version, isChanged: false })
  }
  expect(await db.bin.findFirst({ where: { code: 'A01-01-A1' } })).toMatchObject({ state: 'closed' })
})

it('applies one file of several at a time, and the same one once', async () => {
  const file = fileOf({ ...layout, bins: layout.bins.map((bin) => ({ ...bin, maxWeightGrams: 1_000 })) })
  const applied = await Promise.all([1, 2, 3].map(() => applyLayout(SHOP, file, BY)))
  expect(applied.filter((one) => one.outcome === 'applied' && one.isChanged)).toHaveLength(1)
  expect(await db.floorPlan.findMany()).toMatchObject([{ version: 2 }])
})

it('shows before it applies: what is added, changed and removed', async () => {
  const [first, second, ...rest] = layout.bins
  if (!first || !second) throw new Error('a hall without bins')
  const extra = { ...first, code: 'A01-99-A1', pickHeightMetres: 3 }
  const next = fileOf({
    ...layout,
    bins: [{ ...second, maxWeightGrams: 1 }, extra, ...rest],
    stations: layout.stations.slice(0, 1),
  })
  const preview = layoutPreviewSchema.parse(await previewLayout(SHOP, next))
  expect(preview).toMatchObject({
    version: 1,
    isChange: true,
    changes: {
      hall: false,
      bins: { added: 1, changed: 1, removed: 1, same: 94 },
      stations: { removed: 1, same: 1 },
    },
    refusals: [],
  })
  expect(preview.after?.shelves.length).toBeGreaterThan(0)
  expect(await applyLayout(SHOP, next, { ...BY, expectedVersion: 1 })).toMatchObject({
    outcome: 'applied',
    version: 2,
  })
  expect(await applyLayout(SHOP, next, { ...BY, expectedVersion: 1 })).toEqual({
    outcome: 'changed-meanwhile',
    version: 2,
  })
  expect((await findLayout(SHOP)).layout.bins).toHaveLength(96)
})

it('never removes a bin in which something lies, and then changes nothing else', async () => {
  await stock('A01-02-A1', 5)
  const file = fileOf({ ...without('A01-02-A1', 'A01-02-A2'), stations: layout.stations.slice(0, 1) })
  const refusals = [{ bin: 'A01-02-A1', reason: 'holds 5 units' }]
  expect(await previewLayout(SHOP, file)).toMatchObject({ refusals, refusalCount: 1 })
  expect(await applyLayout(SHOP, file, BY)).toEqual({ outcome: 'needed-bins', refusals })
  expect((await findLayout(SHOP)).layout).toEqual(layout)
  expect(await db.floorPlan.findMany()).toMatchObject([{ version: 1 }])
})

it('never removes a bin that waits for a load', async () => {
  const { id: binId } = await db.bin.findFirstOrThrow({ where: { code: 'A01-02-A1' } })
  const keptUntil = new Date(Date.now() + 60_000)
  const order = { siteId: SHOP, operationId: '1', sku: 'MILK', quantity: 1, askedBy: 'Ada', keptUntil }
  const load = { binId, sku: 'MILK', quantity: 1, volumeMl: 1, weightGrams: 1, keptUntil }
  await db.stowOrder.create({ data: { ...order, loads: { create: load } } })
  const refused = await applyLayout(SHOP, fileOf(without('A01-02-A1')), BY)
  expect(refused).toMatchObject({
    outcome: 'needed-bins',
    refusals: [{ reason: expect.stringMatching(/being stowed/) }],
  })
  await db.stowLoad.updateMany({ data: { state: 'released' } })
  expect(await applyLayout(SHOP, fileOf(without('A01-02-A1')), BY)).toMatchObject({ outcome: 'applied' })
})

it('remembers a bin that left the floor, because the ledger names it, and puts the same one back', async () => {
  const binId = await stock('A03-01-A1', 0)
  const twoAisles = {
    ...layout,
    aisles: layout.aisles.slice(0, 2),
    zones: layout.zones.slice(0, 1),
    bins: layout.bins.filter(({ aisle }) => aisle !== 'A03'),
  }
  expect(await applyLayout(SHOP, fileOf(twoAisles), BY)).toMatchObject({ bins: { removed: 32 } })
  expect(await db.bin.findUnique({ where: { id: binId } })).toMatchObject({ bay: 0, state: 'closed' })
  expect(await db.aisle.findMany({ where: { code: 'A03' } })).toEqual([])
  expect(await applyLayout(SHOP, fileOf(layout), BY)).toMatchObject({ bins: { added: 32 } })
  expect(await db.bin.findUnique({ where: { id: binId } })).toMatchObject({
    bay: 1,
    side: 'L',
    state: 'open',
    stateReason: null,
  })
})

it('blocks and lifts what the file says is blocked', async () => {
  const blocks = [
    { aisle: 'A01', crossRow: 1, reason: 'a forklift' },
    { aisle: 'A02', fromYMetres: 4, toYMetres: 5, reason: 'a spill' },
  ]
  await applyLayout(SHOP, fileOf({ ...layout, blocks }), BY)
  expect((await findLayout(SHOP)).layout.blocks).toEqual(blocks)
  await applyLayout(SHOP, fileOf({ ...layout, blocks: undefined }), BY)
  expect(await db.floorBlock.count({ where: { liftedAt: null } })).toBe(2)
  await applyLayout(SHOP, fileOf({ ...layout, blocks: blocks.slice(0, 1) }), BY)
  expect(await db.floorBlock.findMany({ where: { liftedAt: { not: null } } })).toMatchObject([
    { liftedBy: 'Ada' },
  ])
})

it('lays the hall out around bins that come alone to a site without one', async () => {
  const text = layoutCsv(layout)
  await emptyDatabase()
  await db.site.create({ data: { id: SHOP, name: 'T', timeZone: 'UTC', currency: 'EUR', locale: 'en-GB' } })
  expect(await applyLayout(SHOP, csv(text), BY)).toMatchObject({ version: 1, bins: { added: 96 } })
  const { layout: laid } = await findLayout(SHOP)
  expect(laid).toMatchObject({
    crossYMetres: [1.2, 15.6],
    stations: [{ kind: 'depot', xMetres: 3.6, yMetres: 1.2 }],
  })
  expect(laid.bins).toEqual(layout.bins)
  expect(await applyLayout(SHOP, csv(text), BY)).toMatchObject({ isChanged: false })
})

it('says by line what is wrong with a CSV file, and by pointer what is wrong with a JSON', async () => {
  const lines = layoutCsv(layout).split('\r\n')
  const wrong = [
    ...lines.slice(0, 3),
    lines[1],
    lines[3]?.replace(',L,1,2,', ',X,one,2,'),
    lines[4]?.replace('both', 'up'),
    '',
    lines[5]?.replace('ambient', 'warm'),
  ]
  const { errors } = await previewLayout(SHOP, csv(wrong.join('\r\n')))
  expect(errors).toEqual([
    { line: 5, detail: expect.stringMatching(/^bin side: /) },
    { line: 5, detail: expect.stringMatching(/^bin bay: .*expected number/) },
    { line: 6, detail: 'aisle A01: direction is up here and both in line 2' },
    { line: 8, detail: expect.stringMatching(/^zone temperatureZone: /) },
  ])
  const twice = await previewLayout(SHOP, csv([...lines.slice(0, 3), lines[1]].join('\n')))
  expect(twice.errors).toContainEqual({ line: 4, detail: 'bin A01-01-A1 is there twice' })
  expect((await previewLayout(SHOP, csv('bin,colour\n'))).errors).toMatchObject(
    [{ line: 1, detail: /the header misses aisle/ }].map(({ line, detail }) => ({
      line,
      detail: expect.stringMatching(detail),
    })),
  )
  expect((await previewLayout(SHOP, csv(`${lines[0]}\n`))).errors).toEqual([
    { detail: 'the file has no bins' },
  ])

  const [first, ...rest] = layout.bins
  const pointers = async (change: object) =>
    (await previewLayout(SHOP, fileOf({ ...layout, ...change }))).errors.map(({ pointer }) => pointer)
  expect(await pointers({ bins: [{ ...first, widthMetres: 'wide' }, ...rest] })).toEqual([
    '/bins/0/widthMetres',
  ])
  expect(await pointers({ bins: [{ ...first, aisle: 'A99' }, ...rest] })).toEqual(['/bins/0'])
  expect(await pointers({ colour: 'blue', stations: [] })).toEqual([''])
  expect(await pointers({ stations: [] })).toEqual(['/stations'])
  expect(await applyLayout(SHOP, fileOf({ ...layout, format: 'stowline-layout/9' }), BY)).toMatchObject({
    outcome: 'wrong-file',
    errors: [{ pointer: '/format' }],
  })
  expect(
    (await previewLayout(SHOP, { ...fileOf(layout), content: Buffer.from('{') })).errors[0]?.detail,
  ).toMatch(/not JSON/)
})
