import { beforeEach, describe, expect, it } from 'vitest'
import { closeStep } from '@/lib/orders/close-step'
import { db } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { deadEvent, deadStep, givenUp, keepAsOf, onlyLetter } from '@/lib/testing/deaths'
import { ago, openSite, oweStep } from '@/lib/testing/owe-steps'
import { closeDeadLetters } from './close-dead-letters'
import { discardDeadLetter } from './discard-dead-letter'
import { keepDeadLetter } from './keep-dead-letter'
import { listDeadLetters } from './queries'
import { replayDeadLetter } from './replay-dead-letter'

beforeEach(async () => {
  await emptyDatabase()
  await openSite('TEST-1')
})

describe('a dead letter', () => {
  it('keeps payload, error, attempts and history, once for each death', async () => {
    expect(await keepDeadLetter(deadEvent)).toEqual({ outcome: 'kept' })
    expect(await keepDeadLetter(deadEvent)).toEqual({ outcome: 'known' })
    expect(await onlyLetter()).toMatchObject({
      kind: 'event',
      state: 'dead',
      subject: 'e1',
      payload: deadEvent.payload,
      error: 'sku must be a text',
      attempts: 1,
      history: [{ what: 'died', error: 'sku must be a text' }],
    })
  })

  it('is the same letter when it dies again after a replay', async () => {
    await keepDeadLetter(deadEvent)
    await replayDeadLetter((await onlyLetter()).id, undefined, 'Mia')
    await keepDeadLetter({ ...deadEvent, error: 'still wrong', death: 'run-2' })
    const letter = await onlyLetter()
    expect(letter).toMatchObject({
      state: 'dead',
      error: 'still wrong',
      attempts: 2,
      replays: 1,
      replayAt: null,
    })
    expect(letter.history.map(({ what }) => what)).toEqual(['died', 'replay asked for', 'died'])
    expect(await db.deadLetter.count()).toBe(1)
  })

  it('stays laid aside, however often a sweep lets its work die', async () => {
    await keepDeadLetter(deadEvent)
    const { id } = await onlyLetter()
    expect(await discardDeadLetter(id, 'Mia')).toEqual({ outcome: 'discarded' })
    expect(await discardDeadLetter(id, 'Mia')).toEqual({ outcome: 'not-dead' })
    expect(await keepDeadLetter({ ...deadEvent, death: 'run-2' })).toEqual({ outcome: 'known' })
    expect(await onlyLetter()).toMatchObject({ state: 'discarded' })
    expect(await replayDeadLetter(id, undefined, 'Mia')).toEqual({ outcome: 'not-dead', state: 'discarded' })
  })

  it('is found by kind, queue, state and site, newest first, page by page', async () => {
    for (const [index, subject] of ['e1', 'e2', 'e3'].entries())
      await keepAsOf(9 - index, { ...deadEvent, key: `event:${subject}`, subject })
    await keepAsOf(1, { ...deadEvent, key: 'event:no-site', subject: 'no-site', siteId: null })
    await keepDeadLetter({ ...deadStep('1'), siteId: 'TEST-2' })
    const subjects = async (filter: Partial<Parameters<typeof listDeadLetters>[0]>) =>
      (await listDeadLetters({ siteIds: 'all', limit: 9, ...filter })).items.map(({ subject }) => subject)
    expect(await subjects({ kind: 'step' })).toEqual(['1'])
    expect(await subjects({ siteIds: ['TEST-1'] })).toEqual(['no-site', 'e3', 'e2', 'e1'])
    expect(await subjects({ queue: 'settle-orders', state: 'discarded' })).toEqual([])
    const first = await listDeadLetters({ siteIds: 'all', kind: 'event', limit: 3 })
    expect(first.items.map(({ subject }) => subject)).toEqual(['no-site', 'e3', 'e2'])
    expect(await subjects({ kind: 'event', limit: 3, cursor: first.nextCursor ?? '' })).toEqual(['e1'])
  })
})

describe('the letters of steps', () => {
  it('are closed when the step got done after all, whoever did it', async () => {
    await givenUp('1')
    await givenUp('2')
    await keepDeadLetter(deadStep('1'))
    await keepDeadLetter(deadStep('2'))
    await closeStep('confirmation-email', '1')
    expect(await closeDeadLetters()).toBe(1)
    expect(await closeDeadLetters()).toBe(0)
    const states = await db.deadLetter.findMany({ orderBy: { subject: 'asc' } })
    expect(states.map(({ state }) => state)).toEqual(['replayed', 'dead'])
  })

  it('are kept for a step whose process died before it could keep one, once', async () => {
    await givenUp('1')
    await oweStep('just now', { state: 'failed', failedAt: ago(1), lastError: '550' })
    await closeDeadLetters()
    await closeDeadLetters()
    expect(await db.deadLetter.findMany()).toMatchObject([
      {
        key: 'step:1:confirmation-email',
        error: '550 no such user',
        attempts: 3,
        payload: { orderNumber: '1', site: 'TEST-1', kind: 'confirmation-email' },
      },
    ])
    expect(await replayDeadLetter((await onlyLetter()).id, undefined, 'Mia')).toEqual({
      outcome: 'replaying',
    })
  })
})
