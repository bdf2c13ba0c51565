import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { openSite } from '@/lib/testing/owe-steps'
import { acknowledgeAlert } from './acknowledge-alert'
import { addAlertTarget } from './add-alert-target'
import { findAlert, listAlerts } from './queries'
import { raiseAlerts } from './raise-alerts'
import { CALM_SECONDS, UNHEARD_SECONDS } from './rules/alert-changes'
import type { WantedAlert } from './rules/wanted-alert'
import { silenceAlert } from './silence-alert'

const start = Date.now()
const at = (seconds: number) => new Date(start + seconds * 1000)
const wanted: WantedAlert = {
  site: 'TEST-1',
  queue: 'confirmation-email',
  topic: 'flow',
  severity: 'warning',
  cause: 'overload',
  message: 'Confirmation e-mail: more comes in than gets done',
  ordersAffected: 5,
}
const critical: WantedAlert = { ...wanted, severity: 'critical' }

beforeEach(async () => {
  await emptyDatabase()
  await openSite('TEST-1')
})

const target = (address: string, minSeverity: 'warning' | 'critical' = 'warning') =>
  addAlertTarget({ site: 'TEST-1', kind: 'email', address, format: 'standard', minSeverity })
const notices = async () =>
  (await db.alertNotice.findMany({ include: { target: true }, orderBy: { id: 'asc' } })).map(
    (notice) => `${notice.event} ${notice.target.address} ${notice.state}`,
  )
const sent = () => db.alertNotice.updateMany({ where: { state: 'owed' }, data: { state: 'sent' } })
const resolve = async (from: number) => {
  await raiseAlerts([], [], at(from))
  await raiseAlerts([], [], at(from + CALM_SECONDS))
}

describe('an alert', () => {
  it('opens once, changes in place, and resolves by itself', async () => {
    await raiseAlerts([wanted], [], at(0))
    await raiseAlerts([wanted], [], at(0))
    const [alert, ...others] = (await listAlerts({ siteIds: 'all', limit: 9 })).items
    expect(others).toEqual([])
    expect(alert).toMatchObject({ state: 'open', severity: 'warning', ordersAffected: 5, version: 1 })
    await raiseAlerts([{ ...wanted, ordersAffected: 8, message: '8 orders wait' }], [], at(2))
    expect(await findAlert(alert?.id ?? '')).toMatchObject({ ordersAffected: 8, version: 2 })
    await resolve(4)
    expect(await findAlert(alert?.id ?? '')).toMatchObject({
      state: 'resolved',
      resolvedAt: at(4 + CALM_SECONDS).toISOString(),
      version: 3,
    })
    await raiseAlerts([wanted], [], at(60))
    expect(await db.alert.count()).toBe(2)
  })

  it('gets worse in place, and never better', async () => {
    await raiseAlerts([wanted], [], at(0))
    await raiseAlerts([critical], [], at(2))
    await raiseAlerts([wanted], [], at(4))
    expect(await db.alert.findMany()).toMatchObject([{ severity: 'critical', escalatedAt: at(2) }])
  })

  it('stays open while it is held', async () => {
    await raiseAlerts([wanted], [], at(0))
    for (const second of [10, 20, 30]) await raiseAlerts([], [wanted], at(second))
    expect(await db.alert.findMany()).toMatchObject([{ state: 'open', calmSince: null }])
  })

  it('keeps the first who acknowledged it, and takes none once it is over', async () => {
    await raiseAlerts([wanted], [], at(0))
    const { id } = await db.alert.findFirstOrThrow()
    expect(await acknowledgeAlert(id, 'Mia')).toEqual({ outcome: 'acknowledged' })
    expect(await acknowledgeAlert(id, 'Max')).toEqual({ outcome: 'already-acknowledged' })
    expect(await findAlert(id)).toMatchObject({ state: 'acknowledged', acknowledgedBy: 'Mia' })
    await resolve(2)
    expect(await acknowledgeAlert(id, 'Max')).toEqual({ outcome: 'over' })
  })
})

describe('words to people', () => {
  it('are owed to the targets of the site which want to hear of such a thing', async () => {
    await openSite('TEST-2')
    await target('all@example.com')
    await target('worst@example.com', 'critical')
    await addAlertTarget({
      site: 'TEST-2',
      kind: 'email',
      address: 'else@example.com',
      format: 'standard',
      minSeverity: 'warning',
    })
    await raiseAlerts([wanted], [], at(0))
    expect(await notices()).toEqual(['opened all@example.com owed'])
    await raiseAlerts([critical], [], at(2))
    expect((await notices()).sort()).toEqual([
      'escalated all@example.com owed',
      'escalated worst@example.com owed',
      'opened all@example.com owed',
    ])
  })

  it('are said again, once, of a critical alert that nobody acknowledges', async () => {
    await target('all@example.com')
    await raiseAlerts([critical], [], at(0))
    await raiseAlerts([critical], [], at(UNHEARD_SECONDS))
    await raiseAlerts([critical], [], at(2 * UNHEARD_SECONDS))
    expect(await notices()).toEqual(['opened all@example.com owed', 'escalated all@example.com owed'])
  })

  it('tell the end to those who heard the beginning, and drop what was not yet sent', async () => {
    await target('early@example.com')
    await raiseAlerts([wanted], [], at(0))
    await sent()
    await target('late@example.com')
    await raiseAlerts([critical], [], at(2))
    await resolve(4)
    expect((await notices()).sort()).toEqual([
      'escalated early@example.com dropped',
      'escalated late@example.com dropped',
      'opened early@example.com sent',
      'resolved early@example.com owed',
    ])
  })

  it('wait for the end of a silence, and are dropped when the trouble is over by then', async () => {
    await target('all@example.com')
    await raiseAlerts([wanted], [], at(0))
    const { id, siteId: site, queue } = await db.alert.findFirstOrThrow()
    await silenceAlert({ site, queue, id }, { minutes: 10, reason: 'known' }, 'Mia', at(0))
    expect(await findAlert(id)).toMatchObject({ state: 'open', silencedUntil: at(600).toISOString() })
    await raiseAlerts([critical], [], at(2))
    expect(await db.alertNotice.findMany({ select: { dueAt: true } })).toEqual([
      { dueAt: at(600) },
      { dueAt: at(600) },
    ])
    await resolve(4)
    expect(new Set(await notices())).toEqual(
      new Set(['opened all@example.com dropped', 'escalated all@example.com dropped']),
    )
  })

  it('tell of an end in a silence when the silence is over', async () => {
    await target('all@example.com')
    await raiseAlerts([wanted], [], at(0))
    await sent()
    const { id, siteId: site, queue } = await db.alert.findFirstOrThrow()
    await silenceAlert({ site, queue, id }, { minutes: 10, reason: '' }, 'Mia', at(0))
    await resolve(2)
    expect(await db.alertNotice.findFirst({ where: { event: 'resolved' } })).toMatchObject({ dueAt: at(600) })
  })

  it('that failed once are kept back by a silence too', async () => {
    await target('all@example.com')
    await raiseAlerts([wanted], [], at(0))
    await db.alertNotice.updateMany({ data: { attempts: 1, dueAt: at(2) } })
    const { id, siteId: site, queue } = await db.alert.findFirstOrThrow()
    await silenceAlert({ site, queue, id }, { minutes: 10, reason: '' }, 'Mia', at(0))
    expect(await db.alertNotice.findFirst()).toMatchObject({ attempts: 1, dueAt: at(600) })
  })

  it('go out at once when the silence is ended early', async () => {
    await target('all@example.com')
    await raiseAlerts([wanted], [], at(0))
    const { id, siteId: site, queue } = await db.alert.findFirstOrThrow()
    await silenceAlert({ site, queue, id }, { minutes: 10, reason: '' }, 'Mia', at(0))
    await silenceAlert({ site, queue, id }, { minutes: 0, reason: '' }, 'Mia', at(30))
    expect(await db.alertNotice.findFirst()).toMatchObject({ dueAt: at(30) })
    expect(await findAlert(id)).toMatchObject({ silencedUntil: null })
  })

  it('know a target once, and keep its secret to itself', async () => {
    const hook = {
      site: 'TEST-1',
      kind: 'webhook' as const,
      address: 'http://127.0.0.1:9/hook',
      format: 'standard' as const,
      minSeverity: 'warning' as const,
    }
    const added = await addAlertTarget(hook)
    expect(added).toMatchObject({ outcome: 'added', target: { secret: expect.stringMatching(/^whsec_/) } })
    expect(await addAlertTarget(hook)).toEqual({ outcome: 'known' })
  })
})

it('pages through the alerts, newest first, and finds those that are not over', async () => {
  const queues = ['a', 'b', 'c']
  for (const index of queues.keys())
    await raiseAlerts(
      queues.slice(0, index + 1).map((name) => ({ ...wanted, queue: name })),
      [],
      at(index),
    )
  const first = await listAlerts({ siteIds: ['TEST-1'], state: 'unresolved', limit: 2 })
  expect(first.items.map(({ queue }) => queue)).toEqual(['c', 'b'])
  const second = await listAlerts({ siteIds: ['TEST-1'], limit: 2, cursor: first.nextCursor ?? '' })
  expect(second).toMatchObject({ items: [{ queue: 'a' }], nextCursor: null })
  expect((await listAlerts({ siteIds: ['TEST-2'], limit: 2 })).items).toEqual([])
  expect((await listAlerts({ siteIds: 'all', state: 'resolved', limit: 2 })).items).toEqual([])
})
