import { beforeEach, describe, expect, it } from 'vitest'
import { beatHeart } from '@/lib/platform/beat-heart'
import { db } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { ago, openSite, oweStep } from '@/lib/testing/owe-steps'
import { discardDeadLetter } from './discard-dead-letter'
import { type Memory, watchQueues } from './watch-queues'

beforeEach(async () => {
  await emptyDatabase()
  await openSite('TEST-1')
  await beatHeart('engine:one', null)
  await db.heartbeat.updateMany({ data: { startedAt: ago(3_600) } })
})

describe('a look of the watcher', () => {
  const alerts = () => db.alert.findMany({ orderBy: { openedAt: 'asc' } })
  const refused = (number: string) =>
    oweStep(number, { state: 'retrying', attempts: 1, failedAt: ago(2), lastError: '421', dueAt: ago(5) })

  it('opens a critical alert at once for overdue mails that are refused, and probes with the oldest', async () => {
    await refused('1')
    await refused('2')
    await watchQueues(new Map(), new Date(), 0)
    expect(await alerts()).toMatchObject([
      { queue: 'confirmation-email', severity: 'critical', cause: 'dependency-refusing', ordersAffected: 2 },
    ])
    expect(await db.outboxEvent.count({ where: { name: 'orders/step.owed-again' } })).toBe(1)
  })

  it('has everything tried at once when the mail server is back', async () => {
    await refused('1')
    await refused('2')
    await refused('3')
    const memory: Memory = new Map()
    await watchQueues(memory, new Date(), 0)
    await db.outboxEvent.deleteMany()
    await db.orderStep.updateMany({
      where: { orderNumber: '1' },
      data: { state: 'done', startedAt: ago(1), finishedAt: ago(0) },
    })
    await watchQueues(memory, new Date(), 2_000)
    expect((await db.outboxEvent.findMany()).map(({ subject }) => subject).sort()).toEqual(['2', '3'])
  })

  it('opens a critical alert at every site while the audit log is broken', async () => {
    await openSite('TEST-2')
    await db.auditChain.create({ data: { brokenAtId: 7 } })
    await watchQueues(new Map(), new Date(), 0)
    await watchQueues(new Map(), new Date(), 2_000)
    const told = (await alerts()).filter(({ queue }) => queue === 'audit-log')
    expect(told.map(({ siteId }) => siteId).sort()).toEqual(['TEST-1', 'TEST-2'])
    expect(told[0]).toMatchObject({ severity: 'critical', cause: 'tampered' })
    expect(told[0]?.message).toContain('entry 7')
  })

  it('lets the night shift speak for all while the engine is gone', async () => {
    await beatHeart('relay', 'the server is not there')
    await oweStep('1', { dueAt: ago(9) })
    await watchQueues(new Map(), new Date(), 0)
    expect(await alerts()).toMatchObject([
      { queue: 'night-shift', severity: 'critical', cause: 'engine-gone' },
    ])
  })

  it('says work again that nobody has begun, but not at the first sight', async () => {
    await oweStep('1', { dueAt: ago(40) })
    const memory: Memory = new Map()
    await watchQueues(memory, new Date(), 0)
    const name = 'orders/step.owed-again'
    expect(await db.outboxEvent.count({ where: { name } })).toBe(0)
    await watchQueues(memory, new Date(), 2_000)
    expect(await db.outboxEvent.findMany({ where: { name } })).toMatchObject([
      { subject: '1', data: { once: false } },
    ])
  })

  it('warns of what was given up, until nothing is any more', async () => {
    await oweStep('1', { state: 'failed', failedAt: ago(60), lastError: '550 no such user' })
    const now = Date.now()
    await watchQueues(new Map(), new Date(now), 0)
    expect(await alerts()).toMatchObject([
      {
        topic: 'dead-letters',
        severity: 'warning',
        message: 'Confirmation e-mail: given up for 1 order, last because: 550 no such user',
      },
    ])
    await db.orderStep.updateMany({ data: { state: 'done', finishedAt: ago(0) } })
    await watchQueues(new Map(), new Date(now + 2_000), 0)
    await watchQueues(new Map(), new Date(now + 9_000), 0)
    expect(await alerts()).toMatchObject([{ state: 'resolved' }])
  })

  it('raises no alarm over a burst that drains in time', async () => {
    for (let number = 0; number < 30; number++) await oweStep(String(number))
    const queues = await watchQueues(new Map(), new Date(), 0)
    const burst = { state: 'healthy', cause: 'burst', waiting: 30 }
    expect(queues.find(({ name }) => name === 'confirmation-email')).toMatchObject(burst)
    expect(await alerts()).toEqual([])
  })
})

describe('events that were refused', () => {
  const alerts = () => db.alert.findMany({ orderBy: { siteId: 'asc' } })
  const refuse = (id: string, siteId: string | null, seconds: number) =>
    db.deadLetter.create({
      data: {
        ...{ key: `inventory:/till#${id}`, kind: 'event', siteId, queue: 'inventory-events', subject: id },
        ...{ payload: {}, error: `there is no SKU ${id}`, attempts: 1, createdAt: ago(seconds) },
        updatedAt: ago(seconds),
      },
    })
  const look = (now: Date) => watchQueues(new Map(), now, 0)

  it('are a warning of their site that counts them, until they are replayed or discarded', async () => {
    await openSite('TEST-2')
    const first = await refuse('A', 'TEST-1', 30)
    const second = await refuse('B', 'TEST-1', 20)
    const now = Date.now()
    await look(new Date(now))
    const warning = { siteId: 'TEST-1', queue: 'inventory-events', severity: 'warning', state: 'open' }
    const message = 'Inventory events: 2 events were refused, the first because: there is no SKU A'
    expect(await alerts()).toMatchObject([{ ...warning, message }])

    await db.deadLetter.updateMany({ data: { updatedAt: ago(3_600) } })
    await look(new Date(now + 20_000))
    expect(await alerts()).toMatchObject([{ ...warning, calmSince: null }])

    await db.deadLetter.update({ where: { id: first.id }, data: { state: 'replayed' } })
    await discardDeadLetter(second.id, 'Mia')
    await look(new Date(now + 22_000))
    await look(new Date(now + 30_000))
    expect(await alerts()).toMatchObject([{ ...warning, state: 'resolved' }])
  })

  it('open no alert when they are old, and of no site are told to all', async () => {
    await openSite('TEST-2')
    await refuse('A', 'TEST-1', 3_600)
    await look(new Date())
    expect(await alerts()).toEqual([])
    await refuse('B', null, 5)
    await look(new Date())
    expect(await alerts()).toMatchObject([
      { siteId: 'TEST-1', message: expect.stringContaining('2 events were refused') },
      { siteId: 'TEST-2', message: expect.stringContaining('1 event was refused') },
    ])
  })
})

describe('money', () => {
  const alerts = () => db.alert.findMany({ orderBy: { topic: 'asc' } })
  const owe = (id: string, more: { createdAt: Date; state?: 'owed' | 'refused'; lastError?: string }) =>
    db.paymentMovement.create({
      data: {
        ...{
          id,
          orderNumber: `SO-${id}`,
          siteId: 'TEST-1',
          kind: 'capture',
          amountMinor: 500,
          currency: 'EUR',
        },
        ...{
          provider: 'sandbox',
          dueAt: more.createdAt,
          doneAt: more.state ? more.createdAt : null,
          ...more,
        },
      },
    })

  it('that the provider does not move is told in orders, with the reason, until it is moved', async () => {
    await owe('1', { createdAt: ago(60) })
    await watchQueues(new Map(), new Date(), 0)
    expect(await alerts()).toEqual([])
    await owe('2', { createdAt: ago(300), lastError: 'the payment provider answered 503' })
    await owe('3', { createdAt: ago(200) })
    await owe('4', { createdAt: ago(200), state: 'refused', lastError: 'charge expired' })
    await owe('5', { createdAt: ago(25 * 3_600), state: 'refused' })
    const now = Date.now()
    await watchQueues(new Map(), new Date(now), 0)
    expect(await alerts()).toMatchObject([
      {
        ...{ siteId: 'TEST-1', queue: 'payments', ordersAffected: 1 },
        message:
          'Payments: 1 movement of money refused by the provider, the first of order SO-4, last because: charge expired',
      },
      {
        ...{ siteId: 'TEST-1', queue: 'payments', ordersAffected: 2 },
        message:
          'Payments: 2 movements of money not answered by the provider, the oldest of order SO-2, last because: the payment provider answered 503',
      },
    ])
    await db.paymentMovement.updateMany({ data: { state: 'done', doneAt: new Date() } })
    await watchQueues(new Map(), new Date(now + 2_000), 0)
    await watchQueues(new Map(), new Date(now + 20_000), 0)
    expect((await alerts()).map(({ state }) => state)).toEqual(['resolved', 'resolved'])
  })
})
