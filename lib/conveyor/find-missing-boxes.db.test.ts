import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { arrived, decided, keepDecisions, openBelts } from '@/lib/testing/open-belts'
import { SHOP } from '@/lib/testing/open-shop'
import { expectBoxes } from './expect-boxes'
import { findMissingBoxes } from './find-missing-boxes'

beforeEach(async () => {
  await emptyDatabase()
  await openBelts()
  const boxes = [{ barcode: 'T9', kind: 'tote' as const, destination: 'pack' }]
  await expectBoxes(SHOP, boxes, { corrects: true })
})

const NONE = { missing: 0, found: 0 }
const stateOf = async () => (await db.conveyorBox.findFirstOrThrow()).state
const outcomes = async () =>
  (await db.divertDecision.findMany({ where: { barcode: 'T9' }, orderBy: { decidedAt: 'asc' } })).map(
    ({ outcome }) => outcome,
  )

describe('a box that nobody confirmed', () => {
  it('is missing once a later one was confirmed and its way is long over; runs twice, changes once', async () => {
    await keepDecisions([
      decided(60, { barcode: 'T9' }),
      decided(40, { barcode: 'unannounced' }),
      arrived(30),
    ])
    expect(await findMissingBoxes()).toEqual({ missing: 1, found: 0 })
    expect([await stateOf(), await outcomes()]).toEqual(['lost', ['lost']])
    const before = await db.divertDecision.findMany({ orderBy: { id: 'asc' } })
    expect(before.filter(({ outcome }) => outcome === 'lost')).toHaveLength(2)
    expect(await findMissingBoxes()).toEqual(NONE)
    expect(await db.divertDecision.findMany({ orderBy: { id: 'asc' } })).toEqual(before)
  })

  it('is still on its way before that', async () => {
    // (24 m + 6 m) / 2 m/s x 1.5 = 22.5 s.
    await keepDecisions([decided(20, { barcode: 'T9' }), arrived(10)])
    expect(await findMissingBoxes()).toEqual(NONE)
    expect([await stateOf(), await outcomes()]).toEqual(['expected', [null]])
  })

  it('is not searched on a sorter that confirms nothing, or nothing any more', async () => {
    await keepDecisions([decided(60, { barcode: 'T9' }), decided(30)])
    expect(await findMissingBoxes()).toEqual(NONE)
    await keepDecisions([arrived(90), arrived(30, { sorter: 'SORT-2', scanner: 'S2' })])
    expect(await findMissingBoxes()).toEqual(NONE)
    expect(await outcomes()).toEqual([null])
  })

  it('is not missing when a scanner has seen it since', async () => {
    await keepDecisions([
      decided(60, { barcode: 'T9', action: 'recirculate', lane: null, because: 'lane-full' }),
      decided(10, { barcode: 'T9' }),
      arrived(5),
    ])
    expect(await findMissingBoxes()).toEqual(NONE)
  })

  it('is not missed where it was sent nowhere', async () => {
    const nowhere = { lane: null, barcode: 'T9' }
    await keepDecisions([
      decided(60, { ...nowhere, action: 'reject', because: 'cancelled-order' }),
      decided(59, { ...nowhere, action: 'pass', because: 'elsewhere' }),
      arrived(5),
    ])
    expect(await findMissingBoxes()).toEqual(NONE)
  })
})

describe('a box that was missing', () => {
  it('is found by a later scan: its divert missed it', async () => {
    await keepDecisions([decided(60, { barcode: 'T9' }), arrived(30)])
    await findMissingBoxes()
    await keepDecisions([decided(-1, { barcode: 'T9' })])
    expect(await findMissingBoxes()).toEqual({ missing: 0, found: 1 })
    expect([await stateOf(), await outcomes()]).toEqual(['expected', ['missed', null]])
    expect(await findMissingBoxes()).toEqual(NONE)
  })
})
