import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { orderPlaced, paymentUnresolved } from '@/lib/orders/events'
import { placeOrder } from '@/lib/orders/place-order'
import { db } from '@/lib/platform/db'
import { closeDeadLetters } from '@/lib/queue-health/close-dead-letters'
import { findDeadLetter } from '@/lib/queue-health/queries'
import { replayDeadLetter } from '@/lib/queue-health/replay-dead-letter'
import { emptyDatabase } from '@/lib/testing/database'
import { openTestSandbox, orderOf, stockShop } from '@/lib/testing/open-shop'
import { inngest, transport } from './client'
import { type Engine, openEngine } from './engine/open-engine'
import { sayEvent, until } from './engine/testing/open-test-engine'
import { introduce } from './introduce'
import { functions } from './registry'

const taken: string[] = []
const mailServer = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  disableReverseLookup: true,
  closeTimeout: 100,
  onRcptTo: ({ address }, _, done) => {
    if (address === 'ada@example.com')
      return done(Object.assign(new Error('no such user'), { responseCode: 550 }))
    taken.push(address)
    done()
  },
  onData: (stream, _, done) => {
    stream.on('end', () => done()).resume()
  },
})
let sandbox: Awaited<ReturnType<typeof openTestSandbox>>
let engine: Engine | undefined

beforeAll(async () => {
  // The SDK says there what fails on purpose here.
  vi.spyOn(console, 'error').mockReturnValue()
  sandbox = await openTestSandbox()
  await new Promise<void>((resolve) => mailServer.listen(0, '127.0.0.1', resolve))
  process.env.SMTP_URL = `smtp://127.0.0.1:${(mailServer.server.address() as AddressInfo).port}`
})
afterAll(async () => {
  await sandbox.close()
  await new Promise<void>((resolve) => mailServer.close(() => resolve()))
})
beforeEach(async () => {
  await emptyDatabase()
  taken.length = 0
  if (!transport) throw new Error('the tests need the embedded engine')
  await introduce()
  engine = await openEngine({
    client: inngest,
    transport,
    functions,
    pollMs: 20,
    backoff: { delaysMs: [0], jitterMs: 0 },
  })
})
afterEach(() => engine?.stop())

const letter = (where: { kind: string; state?: 'dead' }) =>
  until(async () => {
    const row = await db.deadLetter.findFirst({ where })
    return row && findDeadLetter(row.id)
  })

describe('a step that fails for good', () => {
  it('ends among the dead letters of its order, and a replay to the right address heals it', async () => {
    await stockShop({ MILK: [5] })
    const placing = await placeOrder(orderOf({ MILK: 1 }), { clientId: 'c', key: 'k', traceparent: null })
    const { orderNumber } = JSON.parse(placing.outcome === 'answered' ? placing.body : '{}')
    const dead = await letter({ kind: 'step' })
    expect(dead).toMatchObject({
      queue: 'confirmation-email',
      subject: orderNumber,
      state: 'dead',
      site: 'TEST-1',
      error: expect.stringContaining('550'),
      payload: { orderNumber, site: 'TEST-1', kind: 'confirmation-email' },
    })
    const step = () => db.orderStep.findFirstOrThrow({ where: { orderNumber, kind: 'confirmation-email' } })
    expect(await step()).toMatchObject({ state: 'failed' })

    // As it is, it dies again, and is the same letter.
    await replayDeadLetter(dead.id, undefined, 'Mia')
    await until(async () => ((await findDeadLetter(dead.id))?.history.length ?? 0) === 3)
    expect(await db.deadLetter.findMany()).toMatchObject([{ id: dead.id, state: 'dead', replays: 1 }])

    const right = { ...(dead.payload as object), to: 'right@example.com' }
    expect(await replayDeadLetter(dead.id, right, 'Mia')).toEqual({ outcome: 'replaying' })
    await until(async () => (await step()).state === 'done')
    expect(taken).toEqual(['right@example.com'])
    await closeDeadLetters()
    expect(await findDeadLetter(dead.id)).toMatchObject({ state: 'replayed' })
  })
})

describe('an event that no function can take', () => {
  it('is kept with its payload, and the replay of the right one is carried out', async () => {
    await sayEvent(paymentUnresolved, 'bad-1', { order: 'no number' })
    const dead = await letter({ kind: 'event' })
    expect(dead).toMatchObject({
      queue: 'settle-order-when-payment-is-unresolved',
      subject: 'bad-1',
      payload: { name: paymentUnresolved, data: { order: 'no number' } },
      error: expect.stringContaining('the event is not right'),
    })
    const stillWrong = { name: paymentUnresolved, data: { orderNumber: 7 } }
    await replayDeadLetter(dead.id, stillWrong, 'Mia')
    const deaths = async () => (await findDeadLetter(dead.id))?.history.filter(({ what }) => what === 'died')
    await until(async () => (await deaths())?.length === 2)
    expect(await findDeadLetter(dead.id)).toMatchObject({ state: 'dead', replays: 1, payload: stillWrong })

    const right = { name: paymentUnresolved, data: { orderNumber: '100001-NONE', site: 'TEST-1' } }
    expect(await replayDeadLetter(dead.id, right, 'Mia')).toEqual({ outcome: 'replaying' })
    const run = await until(() =>
      db.engineRun.findFirst({ where: { idempotencyKey: 'bad-1~2', status: { not: 'active' } } }),
    )
    expect(run).toMatchObject({ functionId: `stowline-${dead.queue}`, status: 'completed' })
    expect(await findDeadLetter(dead.id)).toMatchObject({ state: 'replayed', replays: 2 })
  })

  it('is one letter, however many functions it was for', async () => {
    await sayEvent(orderPlaced, 'bad-2', { order: 'no number' })
    await until(async () => (await letter({ kind: 'event' })).history.length === 3)
    expect(await db.deadLetter.findMany()).toMatchObject([{ key: 'event:bad-2', state: 'dead' }])
  })
})

it('tells queue health of every function, its step, its schedule and its pulse', async () => {
  await sayEvent(paymentUnresolved, 'bad-3', {})
  const pulse = (functionId: string) => db.functionPulse.findUniqueOrThrow({ where: { functionId } })
  await until(async () => (await pulse('settle-order-when-payment-is-unresolved')).failed > 0n)
  expect(await pulse('send-confirmation-email-when-order-is-placed')).toMatchObject({
    step: 'confirmation-email',
  })
  expect(await pulse('settle-orders-every-minute')).toMatchObject({ everySeconds: 60 })
  expect(await pulse('owe-again-every-quarter-hour')).toMatchObject({ everySeconds: 900 })
  expect(await db.functionPulse.count()).toBe(functions.length)
})
