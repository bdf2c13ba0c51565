import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { Webhook } from 'standardwebhooks'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { openSite } from '@/lib/testing/owe-steps'
import { addAlertTarget } from './add-alert-target'
import { deliverNotices } from './deliver-notices'
import { findAlert } from './queries'
import { raiseAlerts } from './raise-alerts'
import { replayDeadLetter } from './replay-dead-letter'
import type { WantedAlert } from './rules/wanted-alert'
import { testAlertTarget } from './test-alert-target'

type Received = { headers: IncomingHttpHeaders; body: string }

/** A receiver of webhooks that gives these answers in turn, the last one for ever. */
async function openReceiver(...answers: number[]) {
  const received: Received[] = []
  const server = createServer(async (request, answer) => {
    let body = ''
    for await (const chunk of request) body += chunk
    received.push({ headers: request.headers, body })
    answer.writeHead(answers[Math.min(received.length, answers.length) - 1] ?? 204).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closers.push(() => new Promise<void>((resolve) => server.close(() => resolve())))
  const { port } = server.address() as AddressInfo
  return { received, url: `http://127.0.0.1:${port}/hook` }
}

const closers: (() => Promise<void>)[] = []
const mails: string[] = []
let refusing = false
// One process speaks to one mail server.
const mailServer = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  disableReverseLookup: true,
  closeTimeout: 100,
  onRcptTo: (_, __, done) =>
    done(refusing ? Object.assign(new Error('not now'), { responseCode: 451 }) : undefined),
  onData: (stream, _, done) => {
    let text = ''
    stream.on('data', (chunk) => {
      text += chunk
    })
    stream.on('end', () => {
      mails.push(text)
      done()
    })
  },
})

beforeAll(async () => {
  // The receivers of these tests are on this machine.
  process.env.STOWLINE_DEMO = '1'
  await new Promise<void>((resolve) => mailServer.listen(0, '127.0.0.1', resolve))
  process.env.SMTP_URL = `smtp://127.0.0.1:${(mailServer.server.address() as AddressInfo).port}`
})
afterAll(() => new Promise<void>((resolve) => mailServer.close(() => resolve())))
beforeEach(async () => {
  await emptyDatabase()
  await openSite('TEST-1')
  mails.length = 0
  refusing = false
})
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()))
})

const house = 'https://stowline.example'
const start = Date.now()
const at = (seconds: number) => new Date(start + seconds * 1000)
const wanted: WantedAlert = {
  site: 'TEST-1',
  queue: 'confirmation-email',
  topic: 'flow',
  severity: 'critical',
  cause: 'dependency-refusing',
  message: 'Confirmation e-mail: no mail has left for 40 s',
  ordersAffected: 37,
}

async function target(kind: 'email' | 'webhook', address: string, format: 'standard' | 'slack' = 'standard') {
  const added = await addAlertTarget({ site: 'TEST-1', kind, address, format, minSeverity: 'warning' })
  if (added.outcome !== 'added') throw new Error('not added')
  return added.target
}

describe('a webhook', () => {
  it('is signed, says what happened, and is sent once', async () => {
    const receiver = await openReceiver(204)
    const { secret = '' } = await target('webhook', receiver.url)
    await raiseAlerts([wanted], [], at(0))
    expect(await deliverNotices(house, at(0))).toEqual({ sent: 1, failed: 0 })
    expect(await deliverNotices(house, at(3_600))).toEqual({ sent: 0, failed: 0 })
    const [one, ...others] = receiver.received
    expect(others).toEqual([])
    const body = new Webhook(secret).verify(one?.body ?? '', one?.headers as Record<string, string>)
    expect(body).toMatchObject({
      type: 'alert.opened',
      timestamp: at(0).toISOString(),
      data: { queue: 'confirmation-email', severity: 'critical', ordersAffected: 37 },
    })
    expect(() =>
      new Webhook(`whsec_${Buffer.alloc(24).toString('base64')}`).verify(
        one?.body ?? '',
        one?.headers as Record<string, string>,
      ),
    ).toThrow()
    const { id } = await db.alert.findFirstOrThrow()
    expect((await findAlert(id))?.notices).toMatchObject([{ event: 'opened', state: 'sent', attempts: 1 }])
  })

  it('is tried again after a pause, with the same id, until it is taken', async () => {
    const receiver = await openReceiver(500, 204)
    const { secret = '' } = await target('webhook', receiver.url)
    await raiseAlerts([wanted], [], at(0))
    expect(await deliverNotices(house, at(0))).toEqual({ sent: 0, failed: 1 })
    expect(await db.alertNotice.findFirst()).toMatchObject({
      state: 'owed',
      attempts: 1,
      dueAt: at(2),
      lastError: expect.stringMatching(/^webhook 127\.0\.0\.1:\d+ answered 500$/),
    })
    expect(await deliverNotices(house, at(1))).toEqual({ sent: 0, failed: 0 })
    expect(await deliverNotices(house, at(2))).toEqual({ sent: 1, failed: 0 })
    const ids = receiver.received.map(({ headers }) => headers['webhook-id'])
    expect(new Set(ids).size).toBe(1)
    for (const { body, headers } of receiver.received)
      new Webhook(secret).verify(body, headers as Record<string, string>)
  })

  it('is a dead letter after its last attempt, and a replay of it is the same webhook', async () => {
    const receiver = await openReceiver(503)
    await target('webhook', receiver.url)
    await raiseAlerts([wanted], [], at(0))
    let seconds = 0
    for (let attempt = 0; attempt < 11; attempt++) {
      expect(await deliverNotices(house, at(seconds))).toEqual({ sent: 0, failed: 1 })
      seconds += 3_600
    }
    expect(await deliverNotices(house, at(seconds))).toEqual({ sent: 0, failed: 0 })
    expect(await db.alertNotice.findFirst()).toMatchObject({ state: 'dead', attempts: 11 })
    const letter = await db.deadLetter.findFirstOrThrow()
    expect(letter).toMatchObject({
      kind: 'webhook',
      queue: 'alert-webhook',
      subject: receiver.url,
      attempts: 11,
    })

    expect(await replayDeadLetter(letter.id, undefined, 'Mia')).toEqual({ outcome: 'replaying' })
    expect(await db.alertNotice.findFirst()).toMatchObject({ state: 'owed', attempts: 0 })
    expect(await db.deadLetter.findFirst()).toMatchObject({ state: 'replayed' })
    const { received } = receiver
    await deliverNotices(house, new Date())
    expect(received).toHaveLength(12)
    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  })

  it('that dies again after a replay is dead again', async () => {
    const receiver = await openReceiver(503)
    await target('webhook', receiver.url)
    await raiseAlerts([wanted], [], at(0))
    await db.alertNotice.updateMany({ data: { attempts: 10 } })
    await deliverNotices(house, at(0))
    const { id } = await db.deadLetter.findFirstOrThrow()
    await replayDeadLetter(id, undefined, 'Mia')
    await db.alertNotice.updateMany({ data: { attempts: 10 } })
    await deliverNotices(house, new Date())
    expect(await db.deadLetter.findMany()).toMatchObject([{ id, state: 'dead', replays: 1 }])
  })

  it('is sent to Slack in its shape and without a signature', async () => {
    const receiver = await openReceiver(200)
    await target('webhook', receiver.url, 'slack')
    await raiseAlerts([wanted], [], at(0))
    await deliverNotices(house, at(0))
    const [one] = receiver.received
    expect(JSON.parse(one?.body ?? '')).toMatchObject({ text: expect.stringContaining('no mail has left') })
    expect(Object.keys(one?.headers ?? {}).filter((name) => name.startsWith('webhook-'))).toEqual([])
  })

  it('follows no redirect, and says so of a receiver that is not there', async () => {
    const receiver = await openReceiver(302)
    const moved = await target('webhook', receiver.url)
    expect(await testAlertTarget(moved.id, house, at(0))).toEqual({
      arrived: false,
      error: expect.stringMatching(/answered 302$/),
    })
    const gone = await target('webhook', 'http://127.0.0.1:9/nobody')
    expect(await testAlertTarget(gone.id, house, at(0))).toMatchObject({
      arrived: false,
      error: expect.stringMatching(/^webhook 127\.0\.0\.1:9: .+/),
    })
  })
})

describe('a mail', () => {
  it('says the alert, and its end', async () => {
    await target('email', 'mia@example.com')
    await raiseAlerts([wanted], [], at(0))
    expect(await deliverNotices(house, at(0))).toEqual({ sent: 1, failed: 0 })
    await raiseAlerts([], [], at(10))
    await raiseAlerts([], [], at(20))
    expect(await deliverNotices(house, at(20))).toEqual({ sent: 1, failed: 0 })
    expect(mails).toHaveLength(2)
    expect(mails[0]).toMatch(/Subject: Critical at TEST-1: Confirmation e-mail: no mail has left/)
    expect(mails[1]).toMatch(/Subject: Over at TEST-1/)
  })

  it('that is refused keeps no webhook from its way', async () => {
    refusing = true
    const receiver = await openReceiver(204)
    await target('email', 'mia@example.com')
    await target('webhook', receiver.url)
    await raiseAlerts([wanted], [], at(0))
    expect(await deliverNotices(house, at(0))).toEqual({ sent: 1, failed: 1 })
    refusing = false
    expect(await deliverNotices(house, at(2))).toEqual({ sent: 1, failed: 0 })
    expect(mails).toHaveLength(1)
    expect(receiver.received).toHaveLength(1)
  })
})

it('sends a target a word that is marked as a test', async () => {
  const receiver = await openReceiver(204)
  const { id, secret = '' } = await target('webhook', receiver.url)
  expect(await testAlertTarget(id, house, at(0))).toEqual({ arrived: true, error: null })
  const [one] = receiver.received
  expect(new Webhook(secret).verify(one?.body ?? '', one?.headers as Record<string, string>)).toMatchObject({
    data: { queue: 'test', message: expect.stringContaining('This is a test') },
  })
})
