import { beforeEach, describe, expect, it } from 'vitest'
import { db, pool } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { arrived, decided, keepDecisions, openBelts } from '@/lib/testing/open-belts'
import { SHOP } from '@/lib/testing/open-shop'
import { measureBelts } from './measure-belts'
import { raiseAlerts } from './raise-alerts'
import { freshBelts, watchBelts } from './watch-belts'

beforeEach(async () => {
  await emptyDatabase()
  await openBelts()
})

async function measured(sorter = 'SORT-1') {
  const facts = (await measureBelts()).find((one) => one.sorter === sorter)
  if (!facts) throw new Error(`no ${sorter}`)
  return facts
}

describe('measuring belts', () => {
  it('counts a sorter that has seen nothing as nothing', async () => {
    expect(await measured()).toMatchObject({
      site: SHOP,
      scans: 0,
      isAnswered: false,
      scanners: [],
      fullLanes: [],
    })
  })

  it('counts each trouble once, with its orders, over the last quarter of an hour', async () => {
    const noRead = { barcode: null, action: 'reject', lane: null, because: 'no-read' }
    await keepDecisions([
      arrived(30),
      arrived(1_000, { orderNumber: 'OLD' }),
      decided(700, noRead),
      decided(20, { ...noRead, deadlineMs: 0 }),
      arrived(40, { ...noRead, actualLane: 'L4' }),
      decided(50, { action: 'recirculate', lane: null, because: 'lane-full', orderNumber: 'O1' }),
      decided(51, { action: 'recirculate', lane: null, because: 'lane-full', orderNumber: 'O1' }),
      decided(52, {
        action: 'reject',
        lane: null,
        because: 'too-late',
        orderNumber: 'O2',
        elapsedMicros: 271_000,
      }),
      arrived(60, { actualLane: 'L2', orderNumber: 'O3' }),
      arrived(61, { action: 'reject', lane: null, because: 'unknown-barcode', actualLane: 'L4' }),
      decided(62, { outcome: 'missed', actualLane: 'L4' }),
      decided(300, { outcome: 'lost', barcode: 'GONE', orderNumber: 'O4' }),
      decided(301),
      arrived(45, { sorter: 'SORT-2', scanner: 'S2', lane: 'L5' }),
    ])
    expect(await measured()).toMatchObject({
      ...{
        scans: 12,
        reads: 9,
        recirculated: 2,
        ordersRecirculated: 1,
        slow: 1,
        tooLate: 1,
        ordersTooLate: 1,
      },
      ...{
        deadlineMs: 540,
        misSorts: 1,
        ordersMisSorted: 1,
        missing: 1,
        ordersMissing: 1,
        missingLabels: ['GONE'],
      },
      ...{ due: 2, confirmed: 0, ordersLaneFull: 1, ordersUnanswered: 0 },
      scanners: [{ scanner: 'S1', scans: 12, noReads: 3, lastMinute: 6 }],
    })
    expect(await measured('SORT-2')).toMatchObject({ scans: 1, misSorts: 0, scanners: [{ scanner: 'S2' }] })
  })

  it('knows which lanes have been full for long, and of which sorter', async () => {
    const full = (lane: string, seconds: number) => ({
      ...{ siteId: SHOP, lane, state: 'full' as const, changedBy: 'sensor' },
      changedAt: new Date(Date.now() - seconds * 1_000),
    })
    await db.conveyorLane.createMany({ data: [full('L1', 300), full('L2', 100), full('L7', 200)] })
    expect((await measured()).fullLanes).toMatchObject([{ lane: 'L1' }])
    expect((await measured('SORT-2')).fullLanes).toMatchObject([{ lane: 'L7' }])
  })

  it('knows whether somebody answers, by the lock', async () => {
    const client = await pool.connect()
    try {
      await client.query(`SELECT pg_advisory_lock(7031965, hashtext($1))`, [`${SHOP} SORT-2`])
      expect([(await measured()).isAnswered, (await measured('SORT-2')).isAnswered]).toEqual([false, true])
    } finally {
      client.release(true)
    }
  })
})

describe('watching belts', () => {
  const look = (
    seconds: number,
    memory = freshBelts(),
    spool: Parameters<typeof watchBelts>[1] = null,
  ) => watchBelts(memory, spool, new Date(), seconds * 1_000)

  it('opens one alert for each trouble of a sorter, which is over when it is gone', async () => {
    await keepDecisions([decided(60, { outcome: 'lost', orderNumber: 'O1' })])
    const memory = freshBelts()
    await raiseAlerts(await look(0, memory), [], new Date())
    await raiseAlerts(await look(2, memory), [], new Date())
    expect(await db.alert.findMany()).toMatchObject([
      { queue: 'belt:SORT-1', topic: 'missing', severity: 'warning', state: 'open', ordersAffected: 1 },
    ])
    const wanted = await look(9, memory)
    expect(wanted.map(({ queue, cause, severity }) => `${severity} ${cause} ${queue}`)).toEqual([
      'critical no-owner belt:SORT-1',
      'critical no-owner belt:SORT-2',
    ])
  })

  it('calls no scanner silent while what it told waits for the database', async () => {
    await keepDecisions(Array.from({ length: 110 }, (_, n) => arrived(90 + n * 5)))
    expect((await look(0)).map(({ topic }) => topic)).toEqual(['scanner-silent'])
    const oldestUnrecordedAtMs = Date.now() - 20_000
    const spool = { unrecorded: 9, oldestUnrecordedAtMs, spoolError: null, freeBytes: 1e12 }
    const wanted = await look(0, freshBelts(), spool)
    expect(wanted.map(({ topic, queue }) => `${topic} ${queue}`)).toEqual(['unrecorded belt-records'])
  })
})
