import { beforeEach, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { ago, openSite, oweStep } from '@/lib/testing/owe-steps'
import { measureSteps } from './measure-steps'
import { queueFailureSchema } from './schema'

beforeEach(async () => {
  await emptyDatabase()
  await openSite('TEST-1')
})

async function measured(name = 'confirmation-email', site = 'TEST-1') {
  const facts = (await measureSteps()).find((queue) => queue.name === name && queue.site === site)
  if (!facts) throw new Error('not measured')
  return facts
}
const done = (secondsAgo: number, more: Parameters<typeof oweStep>[1] = {}) => ({
  state: 'done' as const,
  attempts: 1,
  startedAt: ago(secondsAgo + 2),
  finishedAt: ago(secondsAgo),
  ...more,
})
const failed = (secondsAgo: number, lastError = 'refused') => ({
  state: 'retrying' as const,
  attempts: 1,
  failedAt: ago(secondsAgo),
  lastError,
})
const atWork = () => ({ state: 'running' as const, attempts: 1, claimedUntil: ago(-15) })

it('measures every step of every site, and finds nothing where nothing is owed', async () => {
  await openSite('TEST-2')
  const facts = await measureSteps()
  expect(facts.map(({ site, name }) => `${site} ${name}`).sort()).toEqual([
    'TEST-1 confirmation-email',
    'TEST-1 recommendations',
    'TEST-1 warehouse-notification',
    'TEST-2 confirmation-email',
    'TEST-2 recommendations',
    'TEST-2 warehouse-notification',
  ])
  expect(await measured()).toMatchObject({ waiting: 0, running: 0, overdue: 0, oldestSince: null, lost: 0 })
})

it('keeps sites and kinds apart', async () => {
  await openSite('TEST-2')
  await oweStep('1')
  await oweStep('1', { kind: 'recommendations' })
  await oweStep('2', { siteId: 'TEST-2' })
  await oweStep('3', { siteId: 'TEST-2' })
  expect(await measured()).toMatchObject({ waiting: 1 })
  expect(await measured('recommendations')).toMatchObject({ waiting: 1 })
  expect(await measured('confirmation-email', 'TEST-2')).toMatchObject({ waiting: 2 })
})

it('counts what waits, what is at work, what failed before, what was given up and what is late', async () => {
  await oweStep('pending')
  await oweStep('late', { dueAt: ago(1) })
  await oweStep('at work', atWork())
  await oweStep('died at work', { ...atWork(), claimedUntil: ago(1) })
  await oweStep('retrying', { ...failed(3), dueAt: ago(2) })
  await oweStep('tried again now', { ...failed(3), ...atWork(), attempts: 2 })
  await oweStep('given up', { ...failed(9), state: 'failed', dueAt: ago(80) })
  await oweStep('done', done(5))
  expect(await measured()).toMatchObject({ waiting: 4, running: 2, retrying: 2, dead: 1, overdue: 2 })
})

it('does not count as dead what a person has laid aside', async () => {
  await oweStep('given up', { ...failed(9), state: 'failed' })
  const key = 'step:given up:confirmation-email'
  const moments = { createdAt: ago(9), updatedAt: ago(9) }
  await db.deadLetter.create({
    data: {
      key,
      kind: 'step',
      queue: 'confirmation-email',
      subject: 'given up',
      payload: {},
      error: 'refused',
      attempts: 1,
      ...moments,
    },
  })
  expect(await measured()).toMatchObject({ dead: 1 })
  await db.deadLetter.update({ where: { key }, data: { state: 'discarded' } })
  expect(await measured()).toMatchObject({ dead: 0 })
})

it('counts who waits from the placing, by the due time of the site', async () => {
  const dueAt = ago(10)
  await oweStep('1', { dueAt })
  await oweStep('2')
  expect((await measured()).oldestSince).toEqual(new Date(dueAt.getTime() - 60_000))
  await db.site.update({ where: { id: 'TEST-1' }, data: { stepDueSeconds: { 'confirmation-email': 20 } } })
  expect((await measured()).oldestSince).toEqual(new Date(dueAt.getTime() - 20_000))
})

it('counts as failing what has failed since the last success, also while it is tried again', async () => {
  await oweStep('before', failed(20))
  await oweStep('success', done(10))
  await oweStep('after', failed(5))
  await oweStep('at it', { ...failed(5), ...atWork() })
  expect(await measured()).toMatchObject({ failing: 2 })
  await oweStep('another success', done(1))
  expect(await measured()).toMatchObject({ failing: 0 })
})

it('knows the last success, what got done in the last minute, and how long it took', async () => {
  await oweStep('long ago', done(70))
  await oweStep('1', done(40, { dueAt: ago(0) }))
  await oweStep('2', done(4, { startedAt: ago(9) }))
  await oweStep('2nd attempt', done(3, { attempts: 2, startedAt: ago(100) }))
  const facts = await measured()
  expect(facts).toMatchObject({ doneLastMinute: 3 })
  expect(facts.lastSuccessAt?.getTime()).toBeLessThan(ago(2).getTime())
  // Only first attempts of the last seconds tell how long one takes now.
  expect(Math.round((facts.workMs ?? 0) / 1000)).toBe(5)
  await db.orderStep.deleteMany({ where: { orderNumber: { in: ['2', '2nd attempt'] } } })
  // Done 40 s before it was due, of the minute it may take.
  expect(Math.round(((await measured()).p95WaitMs ?? 0) / 1000)).toBe(20)
})

it('finds the work that was passed over, but none that is only in the queue', async () => {
  await oweStep('passed over', { dueAt: ago(90) })
  await oweStep('in turn', done(5, { dueAt: ago(10) }))
  expect(await measured()).toMatchObject({ lost: 1 })
  await oweStep('as late', done(5, { dueAt: ago(100) }))
  expect(await measured()).toMatchObject({ lost: 0 })
})

it('finds the work that nobody is at, but none that waits behind work under way', async () => {
  await oweStep('overdue', { dueAt: ago(31) })
  await oweStep('just overdue', { dueAt: ago(20) })
  expect(await measured()).toMatchObject({ lost: 1 })
  await oweStep('at work', atWork())
  expect(await measured()).toMatchObject({ lost: 0 })
})

it('knows for how long the longest attempt has run', async () => {
  await oweStep('1', { ...atWork(), claimedUntil: ago(-24) })
  await oweStep('2', { ...atWork(), claimedUntil: ago(-13) })
  const { now, runningSeconds } = await measured()
  const claimed = await db.orderStep.findFirstOrThrow({ where: { orderNumber: '2' } })
  const leftMs = (claimed.claimedUntil?.getTime() ?? 0) - now.getTime()
  expect(runningSeconds).toBe(Math.round(25 - leftMs / 1000))
})

it('tells what fails now first, then the most frequent', async () => {
  for (const number of ['1', '2', '3'])
    await oweStep(number, { ...failed(600, '550 no such user'), state: 'failed' })
  await oweStep('success', done(300))
  await oweStep('4', failed(2, 'ECONNREFUSED'))
  const { failures } = await measured()
  expect(failures).toMatchObject([
    { error: 'ECONNREFUSED', orders: 1 },
    { error: '550 no such user', orders: 3 },
  ])
  expect(failures.map((failure) => queueFailureSchema.safeParse(failure).success)).toEqual([true, true])
})
