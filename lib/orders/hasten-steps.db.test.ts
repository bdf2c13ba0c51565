import { beforeEach, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { ago, openSite, oweStep } from '@/lib/testing/owe-steps'
import { hastenSteps } from './hasten-steps'

beforeEach(async () => {
  await emptyDatabase()
  await openSite('TEST-1')
})

const retrying = { state: 'retrying' as const, attempts: 1, failedAt: ago(9) }
const hasten = (slot: string, limit?: number) =>
  hastenSteps('TEST-1', 'confirmation-email', { state: 'retrying' }, slot, limit)
const said = async () =>
  (await db.outboxEvent.findMany({ orderBy: { subject: 'asc' } })).map((one) => one.data)

it('says the steps that failed before once in a slot, as a try on the side', async () => {
  await oweStep('1', retrying)
  await oweStep('2')
  await oweStep('3', { ...retrying, kind: 'recommendations' })
  expect(await hasten('a')).toBe(1)
  expect(await hasten('a')).toBe(0)
  expect(await said()).toEqual([{ orderNumber: '1', site: 'TEST-1', kind: 'confirmation-email', once: true }])
  expect(await hasten('b')).toBe(1)
})

it('begins with the order that has been due for longest, and leaves what is at work alone', async () => {
  await oweStep('at work', { ...retrying, dueAt: ago(90), claimedUntil: ago(-9) })
  await oweStep('later', retrying)
  await oweStep('first', { ...retrying, dueAt: ago(60) })
  expect(await hasten('a', 1)).toBe(1)
  expect(await said()).toMatchObject([{ orderNumber: 'first' }])
})

it('says lost steps again with all the patience of a first run', async () => {
  await oweStep('lost', { dueAt: ago(60) })
  await oweStep('late', { dueAt: ago(10) })
  await oweStep('begun', { ...retrying, dueAt: ago(60) })
  const which = { state: 'lost', dueBefore: ago(30) } as const
  expect(await hastenSteps('TEST-1', 'confirmation-email', which, 'a')).toBe(1)
  expect(await said()).toMatchObject([{ orderNumber: 'lost', once: false }])
})
