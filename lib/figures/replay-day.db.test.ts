import { beforeEach, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { openSite, oweStep } from '@/lib/testing/owe-steps'
import { listDays } from './list-days'
import { replayDay } from './replay-day'

const DAY = '2026-11-20'
/** Berlin's midnight is an hour before ours. */
const at = (minute: number) => new Date(Date.parse('2026-11-19T23:00:00Z') + minute * 60_000)
const NOW = at(2_000)

beforeEach(async () => {
  await emptyDatabase()
  await openSite('TEST-1')
})

async function order(number: string, minute: number, finished: number | null, failed: number | null = null) {
  const state = failed !== null ? 'failed' : finished === null ? 'pending' : 'done'
  const finishedAt = finished === null ? null : at(finished)
  await oweStep(number, {
    dueAt: at(minute + 1),
    state,
    finishedAt,
    failedAt: failed === null ? null : at(failed),
  })
  await db.order.update({
    where: { number },
    data: { createdAt: at(minute), placedAt: at(minute), unitCount: 2 },
  })
}

it('rebuilds what was owed and late in each minute from when it was owed, due and done', async () => {
  await order('before', -30, 5)
  await order('quick', 10, 10)
  await order('slow', 10, 20)
  await order('given up', 12, null, 30)
  await order('open', 100, null)
  await order('next day', 1_500, null)
  const day = await replayDay('TEST-1', DAY, '2026-11-13', NOW)
  expect(day.minutes).toBe(1_440)
  expect(day.perMinute.placed.flatMap((count, minute) => (count > 0 ? [[minute, count]] : []))).toEqual([
    [10, 2],
    [12, 1],
    [100, 1],
  ])
  expect(day.perMinute.units[10]).toBe(4)
  const mails = day.backlog.find(({ queue }) => queue === 'confirmation-email')
  const standing = (minute: number) => [mails?.owed[minute], mails?.late[minute]]
  expect([0, 4, 5, 10, 11, 13, 20, 29, 30, 99, 101, 1_439].map(standing)).toEqual([
    ...[
      [1, 1],
      [1, 1],
      [0, 0],
      [1, 0],
      [1, 1],
      [2, 2],
      [1, 1],
      [1, 1],
      [0, 0],
      [0, 0],
      [1, 1],
      [1, 1],
    ],
  ])
  expect(mails?.behindSeconds[11]).toBe(9 * 60)
})

it('begins and ends at midnight on the site’s own clock, also when it changes', async () => {
  const autumn = await replayDay('TEST-1', '2026-10-25', '2026-10-18', NOW)
  expect(autumn.minutes).toBe(1_500)
  const spring = await replayDay('TEST-1', '2026-03-29', '2026-03-22', NOW)
  expect([spring.from, spring.minutes]).toEqual(['2026-03-28T23:00:00.000Z', 1_380])
})

it('knows nothing of what is still to come', async () => {
  await order('one', 10, null)
  const day = await replayDay('TEST-1', DAY, '2026-11-13', at(30))
  expect([day.minutes, day.perMinute.placed.length, day.touring.length]).toEqual([30, 30, 30])
  expect((await replayDay('TEST-1', '2026-11-28', '2026-11-21', at(30))).minutes).toBe(0)
})

it('holds the day against the orders of another', async () => {
  await order('a week before', 10 - 7 * 1_440, 10)
  const day = await replayDay('TEST-1', DAY, '2026-11-13', NOW)
  expect([day.ghost.placed[10], day.ghost.placed.length]).toEqual([1, 1_440])
})

it('tells alerts, faults and closed lanes from when to when', async () => {
  const alert = {
    siteId: 'TEST-1',
    queue: 'confirmation-email',
    topic: 'flow',
    severity: 'critical',
    cause: '',
  } as const
  const words = { message: 'no mail has left', ordersAffected: 3 }
  await db.alert.create({
    data: { ...alert, ...words, openedAt: at(60), resolvedAt: at(90), state: 'resolved' },
  })
  await db.alert.create({
    data: { ...alert, ...words, queue: 'old', openedAt: at(-90), resolvedAt: at(-60), state: 'resolved' },
  })
  const said = { actor: 'me', outcome: 'allowed' }
  await db.auditEntry.createMany({
    data: [
      { ...said, action: 'setFaults', subject: '{"email":"down"}', at: at(50) },
      { ...said, action: 'setLaneState', subject: 'L3 closed', siteId: 'TEST-1', at: at(55) },
      { ...said, action: 'setLaneState', subject: 'L9 closed', siteId: 'OTHER', at: at(55) },
      { ...said, action: 'setFaults', subject: '{"email":"ok"}', at: at(80) },
    ],
  })
  const { spans } = await replayDay('TEST-1', DAY, '2026-11-13', NOW)
  expect(spans.map(({ kind, about, from, until }) => [kind, about, from, until])).toEqual([
    ['alert', 'confirmation-email', at(60).toISOString(), at(90).toISOString()],
    ['fault', 'email down', at(50).toISOString(), at(80).toISOString()],
    ['lane', 'L3 closed', at(55).toISOString(), null],
  ])
})

it('walks the ledger back to when a SKU ran out and when it came again', async () => {
  const aisle = { siteId: 'TEST-1', sku: 'MILK', binId: 1 }
  const entry = (minute: number, quantity: number) => ({
    ...aisle,
    eventRow: BigInt(minute + 10),
    quantity,
    observedAt: at(minute),
  })
  await db.ledgerEntry.createMany({
    data: [entry(0, 5), entry(30, -5), entry(40, 7), entry(50, -3), entry(60, -4)],
  })
  const { spans, outOfStock } = await replayDay('TEST-1', DAY, '2026-11-13', NOW)
  const outs = spans.filter(({ kind }) => kind === 'stock-out').map(({ from, until }) => [from, until])
  expect(outs.toSorted()).toEqual([
    [at(30).toISOString(), at(40).toISOString()],
    [at(60).toISOString(), null],
  ])
  expect([29, 30, 39, 40, 60, 1_439].map((minute) => outOfStock[minute])).toEqual([0, 1, 1, 0, 1, 1])
})

it('finds the end of a stock-out that outlasts the day among what came later', async () => {
  const moved = [
    ...[
      { sku: 'BREAD', minute: 0, quantity: 5 },
      { sku: 'BREAD', minute: 20, quantity: -5 },
    ],
    ...[
      { sku: 'BREAD', minute: 1_500, quantity: 2 },
      { sku: 'BREAD', minute: 1_600, quantity: -2 },
    ],
    ...[
      { sku: 'SALT', minute: 0, quantity: 1 },
      { sku: 'SALT', minute: 1_400, quantity: -1 },
    ],
  ]
  await db.ledgerEntry.createMany({
    data: moved.map(({ sku, minute, quantity }, row) => ({
      ...{ siteId: 'TEST-1', sku, binId: 1, eventRow: BigInt(row + 1), quantity, observedAt: at(minute) },
    })),
  })
  const { spans } = await replayDay('TEST-1', DAY, '2026-11-13', NOW)
  expect(spans.map(({ id, from, until }) => [id, from, until])).toEqual([
    ['SALT', at(1_400).toISOString(), null],
    ['BREAD', at(20).toISOString(), at(1_500).toISOString()],
  ])
})

it('lists the days of the site’s calendar, today first', async () => {
  await db.site.update({ where: { id: 'TEST-1' }, data: { createdAt: at(0) } })
  await order('one', 10, null)
  const days = await listDays('TEST-1', 7, NOW)
  expect(days).toContainEqual({ day: DAY, orders: 1, alerts: 0 })
  expect(days[0]).toEqual({ day: '2026-11-21', orders: 0, alerts: 0 })
})
