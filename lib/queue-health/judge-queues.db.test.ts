import { beforeEach, describe, expect, it } from 'vitest'
import { beatHeart } from '@/lib/platform/beat-heart'
import { db, pool } from '@/lib/platform/db'
import { slot } from '@/lib/platform/slot'
import { emptyDatabase } from '@/lib/testing/database'
import { deadEvent } from '@/lib/testing/deaths'
import { ago, openSite, oweStep } from '@/lib/testing/owe-steps'
import { introduceFunctions } from './introduce-functions'
import { keepDeadLetter } from './keep-dead-letter'
import { measureEngine } from './measure-engine'
import { measureFunctions } from './measure-functions'
import { findQueue, listQueues } from './queries'
import { sampleQueues, watchQueues } from './watch-queues'

beforeEach(async () => {
  await emptyDatabase()
  await openSite('TEST-1')
  await beatHeart('engine:one', null)
  await db.heartbeat.updateMany({ data: { startedAt: ago(3_600) } })
  await introduceFunctions([
    { id: 'settle-orders', step: null, everySeconds: 60 },
    { id: 'send-mail', step: 'confirmation-email', everySeconds: null },
  ])
})

type Job = { dueAt?: Date; attempt?: number; leaseUntil?: Date; leasedBy?: string; functionId?: string }
const queueJob = ({ functionId = 'stowline-settle-orders', dueAt = ago(1), ...job }: Job) =>
  db.engineJob.create({ data: { kind: 'discover', functionId, dueAt, ...job } })
const measured = async (id = 'settle-orders') => (await measureFunctions()).find(({ name }) => name === id)
const silent = (seconds: number) => db.heartbeat.updateMany({ data: { beatAt: ago(seconds) } })
// The test's own age bounds the silence: one that begins at once speaks of a night shift in trouble instead.
const trouble = () => beatHeart('relay', 'the server is not there')
const judged = async (name: string) => (await listQueues('all')).items.find((queue) => queue.name === name)

describe('a function', () => {
  it('is counted by its jobs: a sleeping run does not wait, a failed one does', async () => {
    await queueJob({})
    await queueJob({ dueAt: ago(90) })
    await queueJob({ dueAt: ago(-900) })
    await queueJob({ dueAt: ago(-60), attempt: 2 })
    await queueJob({ leaseUntil: ago(-20), leasedBy: 'one' })
    await queueJob({ functionId: 'stowline-send-mail' })
    expect(await measured()).toMatchObject({ waiting: 3, running: 1, retrying: 1, overdue: 1, heldByDead: 0 })
    expect(await measured('send-mail')).toMatchObject({ waiting: 1, step: 'confirmation-email' })
  })

  it('has its work held by a dead process when that one is silent or was never heard', async () => {
    await queueJob({ leaseUntil: ago(-20), leasedBy: 'one' })
    await queueJob({ leaseUntil: ago(-20), leasedBy: 'never heard' })
    expect(await measured()).toMatchObject({ running: 2, heldByDead: 1 })
    await silent(9)
    expect(await measured()).toMatchObject({ running: 2, heldByDead: 2 })
  })

  it('counts what got done in the last minute and how long it waited', async () => {
    const run = (idempotencyKey: string, endedAt: Date, status: 'completed' | 'failed' = 'completed') => ({
      functionId: 'stowline-settle-orders',
      idempotencyKey,
      event: {},
      status,
      createdAt: new Date(endedAt.getTime() - 900),
      startedAt: new Date(endedAt.getTime() - 400),
      endedAt,
    })
    await db.engineRun.createMany({
      data: [run('1', ago(5)), run('2', ago(6)), run('3', ago(7), 'failed'), run('4', ago(65))],
    })
    expect(await measured()).toMatchObject({ doneLastMinute: 2, p95WaitMs: 500 })
  })

  it('has failed when its last pulse says so, and counts the events it gave up', async () => {
    await keepDeadLetter({ ...deadEvent, queue: 'settle-orders' })
    await db.functionPulse.update({
      where: { functionId: 'settle-orders' },
      data: { failedAt: ago(3), succeededAt: ago(9), lastError: 'no provider' },
    })
    expect(await measured()).toMatchObject({ dead: 1, failing: 1, failures: [{ error: 'no provider' }] })
    await db.functionPulse.update({ where: { functionId: 'settle-orders' }, data: { succeededAt: ago(1) } })
    expect(await measured()).toMatchObject({ failing: 0, failures: [] })
  })

  it('is forgotten when the night shift has it no longer, and introduced twice it is one', async () => {
    const still = { id: 'settle-orders', step: null, everySeconds: 30 }
    await introduceFunctions([still])
    await introduceFunctions([still])
    expect(await measureFunctions()).toMatchObject([{ name: 'settle-orders', everySeconds: 30 }])
  })
})

describe('the engine', () => {
  it('is measured by the youngest sign of life, what it has not heard, and who still waits for it', async () => {
    await pool.query(`UPDATE heartbeat SET beat_at = now() - interval '3 hours'`)
    await beatHeart('engine:two', null)
    await oweStep('1')
    await oweStep('1', { kind: 'recommendations' })
    await oweStep('2', { state: 'failed' })
    await pool.query(
      `INSERT INTO outbox_event (event_id, name, subject, data, occurred_at) VALUES ('e', 'n', 's', '{}', $1)`,
      [ago(20)],
    )
    const { silentSeconds, ...engine } = await measureEngine()
    expect(silentSeconds).toBeLessThan(10)
    expect(engine).toMatchObject({ trouble: null, unsaid: 1, owing: { 'TEST-1': 1 } })
  })

  it('has the time to open that it takes, however long what came before it took', async () => {
    await silent(3_600)
    slot.nightShiftBegunAtMs = performance.now() - 15_000
    expect(await measureEngine()).toMatchObject({ silentSeconds: 0 })
    slot.nightShiftBegunAtMs = performance.now() - 35_000
    expect((await measureEngine()).silentSeconds).toBeGreaterThan(10)
    delete slot.nightShiftBegunAtMs
  })

  it('is in trouble while the relay says so, and no longer', async () => {
    await trouble()
    expect(await measureEngine()).toMatchObject({ trouble: 'the server is not there' })
    await silent(9)
    expect(await measureEngine()).toMatchObject({ trouble: null })
  })
})

describe('the queues', () => {
  it('are the night shift, the three steps and every function, each in a sentence', async () => {
    const { items } = await listQueues('all')
    expect(items.map(({ kind, name, state, message }) => [kind, name, state, message])).toEqual([
      ['engine', 'night-shift', 'healthy', 'nothing waits'],
      ['step', 'confirmation-email', 'healthy', 'nothing waits'],
      ['step', 'recommendations', 'healthy', 'nothing waits'],
      ['step', 'warehouse-notification', 'healthy', 'nothing waits'],
      ['function', 'send-mail', 'healthy', 'nothing waits'],
      ['function', 'settle-orders', 'healthy', 'runs every 60 s'],
    ])
    expect((await listQueues(['TEST-2'])).items).toEqual([])
  })

  it('say that a mail server refuses, how many orders wait, and since when', async () => {
    for (const number of ['1', '2', '3'])
      await oweStep(number, {
        state: 'retrying',
        attempts: 1,
        failedAt: ago(2),
        lastError: '421 later',
        dueAt: ago(5),
      })
    expect(await judged('confirmation-email')).toMatchObject({
      state: 'down',
      cause: 'dependency-refusing',
      ordersAffected: 3,
      message: expect.stringMatching(
        /^no mail has left, because the mail server refuses: 421 later; 3 orders wait, oldest \d\d:\d\d$/,
      ),
    })
    expect(await judged('warehouse-notification')).toMatchObject({ state: 'healthy' })
  })

  it('miss the worker that died with mails in its hands', async () => {
    await oweStep('1', { dueAt: ago(1), state: 'running', attempts: 1, claimedUntil: ago(-20) })
    await queueJob({ functionId: 'stowline-send-mail', leaseUntil: ago(-20), leasedBy: 'gone' })
    expect(await judged('confirmation-email')).toMatchObject({ state: 'stalled', cause: 'worker-gone' })
    expect(await judged('night-shift')).toMatchObject({ state: 'slow', cause: 'worker-gone' })
  })

  it('are all down with the engine, which speaks for the orders that wait', async () => {
    await trouble()
    await oweStep('1')
    expect(await judged('night-shift')).toMatchObject({
      state: 'down',
      cause: 'engine-gone',
      ordersAffected: 1,
    })
    expect(await judged('confirmation-email')).toMatchObject({ state: 'down', cause: 'engine-gone' })
    expect(await judged('recommendations')).toMatchObject({ state: 'healthy' })
  })

  it('keep an hour of samples for their curves, one a second at most', async () => {
    await oweStep('1', { dueAt: ago(9), attempts: 0 })
    const queues = await watchQueues(new Map(), new Date(), 0)
    await sampleQueues(queues)
    await sampleQueues(queues)
    const page = await findQueue(['TEST-1'], 'confirmation-email', new Date())
    expect(page?.samples.at(0)).toMatchObject({ waiting: 1, overdue: 1 })
    expect(await findQueue(['TEST-1'], 'no-such', new Date())).toBe(null)
  })
})
