import { beforeEach, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import type { LiveChange } from '@/lib/platform/live-change'
import { slot } from '@/lib/platform/slot'
import { emptyDatabase } from '@/lib/testing/database'
import { layOutShop } from '@/lib/testing/lay-out-shop'
import { SHOP } from '@/lib/testing/open-shop'
import { blockStretch } from './block-stretch'
import { liftBlock } from './lift-block'
import { setAisleDirection } from './set-aisle-direction'
import { setBinState } from './set-bin-state'

const SPILL = { aisle: 'A02', fromYMetres: 3, toYMetres: 4, reason: 'a spill' }
const heard: LiveChange[] = []
const version = async () => (await db.floorPlan.findUniqueOrThrow({ where: { siteId: SHOP } })).version

beforeEach(async () => {
  await emptyDatabase()
  await layOutShop()
  heard.length = 0
  slot.emitLive = (change) => void heard.push(change)
  return () => {
    slot.emitLive = undefined
  }
})

it('blocks a stretch once, however often and by however many it is asked for', async () => {
  const asked = await Promise.all(['Ada', 'Bob', 'Cem'].map((by) => blockStretch(SHOP, SPILL, by)))
  expect(asked.map(({ outcome }) => outcome).toSorted()).toEqual([
    'blocked',
    'blocked-already',
    'blocked-already',
  ])
  expect(await db.floorBlock.count()).toBe(1)
  expect(await version()).toBe(2)
  expect(heard).toEqual([{ site: SHOP, topic: 'floor', event: 'floor/plan.changed', id: SHOP, version: 2 }])
})

it('tells a stretch of an aisle, a whole aisle and a piece of a cross aisle apart', async () => {
  for (const stretch of [
    SPILL,
    { aisle: 'A02', reason: 'closed' },
    { aisle: 'A02', crossRow: 0, reason: 'a pallet' },
  ])
    expect(await blockStretch(SHOP, stretch, 'Ada')).toMatchObject({ outcome: 'blocked', block: stretch })
  expect(await version()).toBe(4)
})

it('blocks nothing that is not there', async () => {
  for (const stretch of [
    { ...SPILL, aisle: 'A99' },
    { ...SPILL, toYMetres: 99 },
    { aisle: 'A03', crossRow: 0, reason: 'x' },
  ])
    expect(await blockStretch(SHOP, stretch, 'Ada')).toMatchObject({ outcome: 'wrong-stretch' })
  expect(await version()).toBe(1)
})

it('lifts a block once, keeps who did, and blocks the same stretch anew', async () => {
  const blocking = await blockStretch(SHOP, SPILL, 'Ada')
  const id = blocking.outcome === 'blocked' ? blocking.block.id : 0
  expect(await liftBlock('ELSEWHERE-9', id, 'Eve')).toEqual({ outcome: 'unknown' })
  expect(await liftBlock(SHOP, id, 'Bob')).toEqual({ outcome: 'lifted' })
  expect(await liftBlock(SHOP, id, 'Cem')).toEqual({ outcome: 'lifted-already' })
  expect(await db.floorBlock.findMany()).toMatchObject([{ blockedBy: 'Ada', liftedBy: 'Bob' }])
  expect(await version()).toBe(3)
  expect(await blockStretch(SHOP, SPILL, 'Ada')).toMatchObject({ outcome: 'blocked' })
})

it('closes a bin with a reason and opens it again, each once', async () => {
  const close = (reason: string) => setBinState(SHOP, 'A01-01-A1', { state: 'closed', reason })
  expect(
    [await close('bent'), await close('bent'), await close('wet')].map(({ outcome }) => outcome),
  ).toEqual(['set', 'set-already', 'set'])
  const open = () => setBinState(SHOP, 'A01-01-A1', { state: 'open', reason: null })
  expect([await open(), await open()].map(({ outcome }) => outcome)).toEqual(['set', 'set-already'])
  expect(await db.bin.findFirst({ where: { code: 'A01-01-A1' } })).toMatchObject({
    state: 'open',
    stateReason: null,
  })
  expect(await version()).toBe(4)
  expect(await setBinState(SHOP, 'A99-01-A1', { state: 'open', reason: null })).toEqual({
    outcome: 'unknown',
  })
})

it('makes an aisle one-way, once', async () => {
  expect(await setAisleDirection(SHOP, 'A01', 'up')).toMatchObject({
    outcome: 'set',
    aisle: { code: 'A01', direction: 'up' },
  })
  expect(await setAisleDirection(SHOP, 'A01', 'up')).toMatchObject({ outcome: 'set-already' })
  expect(await setAisleDirection(SHOP, '-', 'up')).toEqual({ outcome: 'unknown' })
  expect(await version()).toBe(2)
})
