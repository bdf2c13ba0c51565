import { describe, expect, it } from 'vitest'
import { type BeltFacts, beltQueue, beltRecordsQueue, type ScannerFacts, sorterOfQueue } from './belt-facts'
import { queueTitle } from './queue-words'
import { wantedBeltAlerts } from './wanted-belt-alerts'
import { wantedRecordsAlerts } from './wanted-records-alerts'

const quiet: BeltFacts = {
  ...{ site: 'S', sorter: 'SORT-2', isAnswered: true, scans: 900, reads: 895, recirculated: 9, slow: 3 },
  ...{
    ordersRecirculated: 8,
    tooLate: 0,
    ordersTooLate: 0,
    deadlineMs: 432,
    misSorts: 0,
    ordersMisSorted: 0,
  },
  ...{ missing: 0, ordersMissing: 0, missingLabels: [], due: 500, confirmed: 490, ordersLaneFull: 0 },
  ...{ ordersUnanswered: 0, scanners: [], fullLanes: [] },
}
const scanner = (more: Partial<ScannerFacts>): ScannerFacts => ({
  ...{ scanner: 'S2', scans: 900, noReads: 5, lastMinute: 60, perMinuteBefore: 60, lastSeconds: 1, ...more },
})
const of = (more: Partial<BeltFacts>, unansweredSeconds = 0) =>
  wantedBeltAlerts({ ...quiet, ...more }, unansweredSeconds).map(
    ({ topic, severity, message, ordersAffected }) => `${severity} ${topic} (${ordersAffected}): ${message}`,
  )

describe('a belt', () => {
  it('that does well wants no alert, and few boxes say nothing of shares', () => {
    expect(of({ scanners: [scanner({})] })).toEqual([])
    const few = { scans: 99, reads: 90, recirculated: 60, slow: 60, misSorts: 9 }
    expect(of({ ...few, scanners: [scanner({ scans: 99, noReads: 9 })] })).toEqual([])
  })

  it('is told of as a queue of its own, by its sorter', () => {
    const [alert] = wantedBeltAlerts({ ...quiet, missing: 1, missingLabels: ['T1'] }, 0)
    expect(alert).toMatchObject({ site: 'S', queue: 'belt:SORT-2', topic: 'missing', cause: 'missing' })
    expect(sorterOfQueue(beltQueue('SORT-2'))).toBe('SORT-2')
    expect([queueTitle('belt:SORT-2'), queueTitle(beltRecordsQueue)]).toEqual(['SORT-2', 'Belt records'])
  })
})

describe('no-reads', () => {
  it('warn above 1 in 100 and are critical above 3, for each scanner by itself', () => {
    expect(of({ scanners: [scanner({ noReads: 9 })] })).toEqual([])
    expect(of({ scanners: [scanner({ noReads: 10 })] })).toEqual([
      'warning no-read (0): SORT-2: S2 read no label on 10 of 900 boxes in 15 minutes (1.1 %)',
    ])
    expect(of({ scanners: [scanner({ noReads: 31 }), scanner({ scanner: 'S3', noReads: 10 })] })).toEqual([
      'critical no-read (0): SORT-2: S2 read no label on 31 of 900 boxes in 15 minutes (3.4 %) and S3 read no label on 10 of 900 boxes in 15 minutes (1.1 %)',
    ])
  })
})

describe('other troubles', () => {
  it('are told with their numbers and their orders', () => {
    expect(of({ recirculated: 90, ordersRecirculated: 70 })).toEqual([
      'warning recirculation (70): SORT-2: 90 of 900 boxes in 15 minutes (10.0 %) were sent around again',
    ])
    expect(of({ misSorts: 5, ordersMisSorted: 4 })).toEqual([
      'warning mis-sort (4): SORT-2: 5 of 895 boxes in 15 minutes (0.6 %) went into another lane than they were sent to',
    ])
    expect(of({ missing: 4, ordersMissing: 3, missingLabels: ['T1', 'T2', 'T3'] })).toEqual([
      'warning missing (3): SORT-2: 4 boxes went under a scanner in 15 minutes and came nowhere: T1, T2, T3 …',
    ])
    expect(of({ missing: 1, ordersMissing: 1, missingLabels: ['T1'] })).toEqual([
      'warning missing (1): SORT-2: 1 box went under a scanner in 15 minutes and came nowhere: T1',
    ])
    expect(of({ confirmed: 0 })).toEqual([
      'warning unconfirmed (0): SORT-2: it confirms nothing: of 500 boxes nobody knows where they went, and none can be missed',
    ])
  })

  it('tell of an answer that is late at once, and of one that takes half of its time when they are many', () => {
    expect(of({ tooLate: 1, ordersTooLate: 1 })).toEqual([
      'warning too-late (1): SORT-2: the answer came too late for 1 of 900 boxes in 15 minutes (0.1 %); none of them was diverted',
    ])
    expect(of({ tooLate: 10 })[0]).toMatch(/^critical too-late/)
    expect(of({ slow: 9 })).toEqual([])
    expect(of({ slow: 10 })).toEqual([
      'warning too-late (0): SORT-2: answers took more than half of the time they have for 10 of 900 boxes in 15 minutes (1.1 %); the tightest deadline is 432 ms',
    ])
  })

  it('tell of lanes that stay full', () => {
    const fullLanes = [
      { lane: 'L5', seconds: 240 },
      { lane: 'L6', seconds: 150 },
    ]
    expect(of({ fullLanes, ordersLaneFull: 12 })).toEqual([
      'warning lane-full (12): SORT-2: L5 has been full for 4 min and L6 has been full for 3 min',
    ])
    expect(of({ fullLanes: [{ lane: 'L5', seconds: 601 }] })[0]).toMatch(/^critical lane-full/)
  })

  it('tell of a scanner that falls silent while it was busy', () => {
    expect(of({ scanners: [scanner({ lastMinute: 0, lastSeconds: 75, perMinuteBefore: 43.2 })] })).toEqual([
      'warning scanner-silent (0): SORT-2: S2 has told of no box for 75 s, after 43 a minute',
    ])
    expect(of({ scanners: [scanner({ lastMinute: 0, lastSeconds: 75, perMinuteBefore: 10 })] })).toEqual([])
    expect(of({ scanners: [scanner({ lastMinute: 1, lastSeconds: 59 })] })).toEqual([])
  })
})

describe('a sorter that nobody answers for', () => {
  it('is told of alone, once a takeover has had its time', () => {
    const ill = { isAnswered: false, missing: 3, ordersUnanswered: 40 }
    expect(of(ill, 5)[0]).toMatch(/missing/)
    expect(of(ill, 6)).toEqual([
      'critical no-owner (40): SORT-2: nobody has answered its scanners for 6 s; its boxes run to the exceptions',
    ])
  })
})

describe('decisions that wait for the database', () => {
  const now = new Date('2026-11-21T12:00:00Z')
  const records = (
    more: { seconds?: number; freeBytes?: number; spoolError?: string },
    boxesPerMinute = 900,
  ) => {
    const { seconds, freeBytes = 1e12, spoolError = null } = more
    const oldestUnrecordedAtMs = seconds === undefined ? null : now.getTime() - seconds * 1_000
    const spool = { unrecorded: 1_204, oldestUnrecordedAtMs, freeBytes, spoolError }
    return wantedRecordsAlerts('S', spool, boxesPerMinute, now).map(
      ({ severity, message }) => `${severity} ${message}`,
    )
  }

  it('are told of when the oldest is old', () => {
    expect(records({})).toEqual([])
    expect(records({ seconds: 10 })).toEqual([])
    expect(records({ seconds: 14 })).toEqual([
      'warning Belt records: 1,204 facts wait for the database, the oldest for 14 s; the belt goes on',
    ])
    expect(records({ seconds: 61 })[0]).toMatch(/^critical/)
  })

  it('are told of before their disk is full, by how long an outage may last', () => {
    expect(records({ freeBytes: 54e6 })).toEqual([])
    expect(records({ freeBytes: 45e6 })).toEqual([
      'warning Belt records: 45 MB are left on their disk, enough for 100 min without a database',
    ])
    expect(records({ freeBytes: 6e6 })[0]).toMatch(/^critical/)
    expect(records({ freeBytes: 6e6 }, 0)).toEqual([])
    expect(records({ spoolError: 'ENOSPC' })).toEqual([
      'critical Belt records: the disk takes no more (ENOSPC); should the database go away now, decisions are in memory only',
    ])
  })
})
