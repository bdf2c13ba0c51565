import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { deadEvent, deadStep, givenUp, keepAsOf, onlyLetter } from '@/lib/testing/deaths'
import { ago, openSite } from '@/lib/testing/owe-steps'
import { keepDeadLetter } from './keep-dead-letter'
import { replayDeadLetter } from './replay-dead-letter'
import { replayDeadLetters } from './replay-dead-letters'
import { sendDueReplays } from './send-due-replays'

beforeEach(async () => {
  await emptyDatabase()
  await openSite('TEST-1')
})

const said = () => db.outboxEvent.findMany({ orderBy: { id: 'asc' } })

describe('a replay', () => {
  it('says the step again, once however often it is asked for', async () => {
    await givenUp('1')
    await keepDeadLetter(deadStep('1'))
    const { id } = await onlyLetter()
    const answers = await Promise.all([1, 2, 3].map(() => replayDeadLetter(id, undefined, 'Mia')))
    expect(answers.map(({ outcome }) => outcome).sort()).toEqual(['not-dead', 'not-dead', 'replaying'])
    expect(await said()).toMatchObject([
      {
        name: 'orders/step.owed-again',
        subject: '1',
        data: { orderNumber: '1', site: 'TEST-1', kind: 'confirmation-email' },
      },
    ])
    expect(await onlyLetter()).toMatchObject({ state: 'replaying', replays: 1, replayAt: null })
  })

  it('sent again by a watcher that died half-way is the same event', async () => {
    await givenUp('1')
    await keepDeadLetter(deadStep('1'))
    await keepDeadLetter(deadEvent)
    await replayDeadLetters({ siteIds: 'all' }, 1_000, 'Mia')
    await sendDueReplays()
    await db.deadLetter.updateMany({ data: { state: 'replaying', replayAt: ago(1) } })
    await Promise.all([sendDueReplays(), sendDueReplays()])
    expect((await said()).map(({ name }) => name).sort()).toEqual(['orders/step.owed-again', 'shop/counted'])
  })

  it('of a step with an address put right tells the attempt so', async () => {
    await givenUp('1')
    await keepDeadLetter(deadStep('1'))
    const { id, payload } = await onlyLetter()
    const right = { ...(payload as object), to: 'right@example.com' }
    expect(await replayDeadLetter(id, right, 'Mia')).toEqual({ outcome: 'replaying' })
    expect(await said()).toMatchObject([{ data: { to: 'right@example.com' } }])
    const { history } = await onlyLetter()
    expect(history.map(({ what, by }) => [what, by])).toEqual([
      ['died', undefined],
      ['payload put right', 'Mia'],
      ['replay asked for', 'Mia'],
    ])
  })

  it.each([
    ['another order', { orderNumber: '2' }],
    ['another site', { site: 'TEST-2' }],
    ['another step', { kind: 'recommendations' }],
    ['no address', { to: 'nobody' }],
    ['what a step does not know', { amount: 3 }],
  ])('of a step refuses %s', async (_, change) => {
    await givenUp('1')
    await keepDeadLetter(deadStep('1'))
    const { id, payload } = await onlyLetter()
    expect(await replayDeadLetter(id, { ...(payload as object), ...change }, 'Mia')).toMatchObject({
      outcome: 'wrong-payload',
    })
    expect(await onlyLetter()).toMatchObject({ state: 'dead', payload: deadStep('1').payload })
    expect(await said()).toEqual([])
  })

  it('of an event says the same name with the payload put right', async () => {
    await keepDeadLetter(deadEvent)
    const { id } = await onlyLetter()
    const right = { name: 'shop/counted', data: { site: 'TEST-1', sku: 'MILK' } }
    expect(await replayDeadLetter(id, right, 'Mia')).toEqual({ outcome: 'replaying' })
    expect(await said()).toMatchObject([
      { eventId: 'e1~1', name: 'shop/counted', siteId: 'TEST-1', data: { site: 'TEST-1', sku: 'MILK' } },
    ])
    expect(await onlyLetter()).toMatchObject({ state: 'replayed' })
  })

  it.each([
    ['another name', { name: 'shop/emptied', data: { site: 'TEST-1' } }],
    ['another site', { name: 'shop/counted', data: { site: 'TEST-2' } }],
    ['no data', { name: 'shop/counted' }],
  ])('of an event refuses %s', async (_, payload) => {
    await keepDeadLetter(deadEvent)
    const { id } = await onlyLetter()
    expect(await replayDeadLetter(id, payload, 'Mia')).toMatchObject({ outcome: 'wrong-payload' })
    expect(await said()).toEqual([])
  })

  it('of a webhook takes no payload', async () => {
    const payload = { noticeId: '019aa000-0000-7000-8000-000000000001' }
    await keepDeadLetter({ ...deadEvent, key: 'webhook:1', kind: 'webhook', payload })
    expect(await replayDeadLetter((await onlyLetter()).id, payload, 'Mia')).toMatchObject({
      outcome: 'wrong-payload',
    })
  })

  it('of a letter that is not there finds none', async () => {
    const id = '019aa000-0000-7000-8000-000000000001'
    expect(await replayDeadLetter(id, undefined, 'Mia')).toEqual({ outcome: 'not-found' })
  })
})

describe('a replay of many', () => {
  const keepMany = async (count: number) => {
    for (let number = 0; number < count; number++)
      await keepAsOf(count - number, { ...deadEvent, key: `event:e${number}`, subject: `e${number}` })
  }

  it('spreads the due times by its rate, the oldest first', async () => {
    await keepMany(5)
    const { replaying, lastDueAt } = await replayDeadLetters({ siteIds: 'all' }, 0.1, 'Mia')
    expect(replaying).toBe(5)
    const rows = await db.deadLetter.findMany({ orderBy: { createdAt: 'asc' } })
    // The first has gone already; the others are spread from the moment of the asking.
    const asked = rows[1]?.updatedAt.getTime() ?? 0
    const pauses = rows.slice(1).map(({ replayAt }) => (replayAt?.getTime() ?? 0) - asked)
    expect(pauses).toEqual([10_000, 20_000, 30_000, 40_000])
    expect(lastDueAt?.getTime()).toBe(asked + 40_000)
    expect((await said()).map(({ eventId }) => eventId)).toEqual(['e0~1'])
    await db.deadLetter.updateMany({ where: { state: 'replaying' }, data: { replayAt: ago(1) } })
    await sendDueReplays()
    expect((await said()).map(({ eventId }) => eventId).sort()).toEqual([
      'e0~1',
      'e1~1',
      'e2~1',
      'e3~1',
      'e4~1',
    ])
  })

  it('takes only what fits, and nothing that is being replayed', async () => {
    await keepMany(3)
    await keepDeadLetter({ ...deadEvent, key: 'event:x', subject: 'x', queue: 'other', siteId: 'TEST-2' })
    const [first] = await db.deadLetter.findMany({ where: { subject: 'e0' } })
    const count = async (filter: Partial<Parameters<typeof replayDeadLetters>[0]>) =>
      (await replayDeadLetters({ siteIds: 'all', ...filter }, 1_000, 'Mia')).replaying
    expect(await count({ kind: 'step' })).toBe(0)
    expect(await count({ queue: 'other', siteIds: ['TEST-1'] })).toBe(0)
    expect(await count({ ids: [first?.id ?? ''] })).toBe(1)
    expect(await count({ siteIds: ['TEST-1'] })).toBe(2)
    expect(await count({})).toBe(1)
    expect(await count({})).toBe(0)
  })

  it('asked for twice at the same moment takes each letter once', async () => {
    await keepMany(20)
    const asked = await Promise.all([1, 2, 3].map(() => replayDeadLetters({ siteIds: 'all' }, 1_000, 'Mia')))
    expect(asked.reduce((sum, { replaying }) => sum + replaying, 0)).toBe(20)
    expect(await db.deadLetter.count({ where: { replays: { not: 1 } } })).toBe(0)
  })
})
