import { describe, expect, it } from 'vitest'
import type { EngineFacts, QueueFacts } from './queue-facts'
import type { Verdict } from './queue-verdict'
import { duration, queueMessage, queueTitle } from './queue-words'

const now = new Date('2026-11-21T13:03:00Z')
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000)
const mail: QueueFacts = {
  name: 'confirmation-email',
  kind: 'step',
  site: 'TEST-1',
  now,
  waiting: 37,
  running: 0,
  retrying: 37,
  dead: 0,
  overdue: 12,
  oldestSince: ago(60),
  failing: 37,
  lost: 0,
  lastSuccessAt: ago(40),
  doneLastMinute: 0,
  usualPerMinute: 12,
  p95WaitMs: null,
  workMs: null,
  runningSeconds: 0,
  heldByDead: 0,
  failures: [{ error: 'mail server mail.example:25: 421 try later', orders: 37, lastAt: null }],
  everySeconds: null,
  introducedAt: null,
}
const alive: EngineFacts = { silentSeconds: 1, upSeconds: 3_600, trouble: null }
const say = (facts: Partial<QueueFacts>, verdict: Verdict, drain: number | null = null, engine = alive) =>
  queueMessage({ ...mail, ...facts }, verdict, drain, engine, 'Europe/Berlin')

describe('the sentence about a queue', () => {
  it('says what stands still and why, who waits since when on the clock of the site, and when it is over', () => {
    expect(say({}, { state: 'down', cause: 'dependency-refusing' }, 185)).toBe(
      'no mail has left for 40 s, because the mail server refuses: mail.example:25: 421 try later; ' +
        '37 orders wait, oldest 14:02; drains within 3 min once it is back',
    )
  })

  it('does not say since when, if no mail ever left', () => {
    expect(say({ lastSuccessAt: null }, { state: 'down', cause: 'dependency-refusing' })).toBe(
      'no mail has left, because the mail server refuses: mail.example:25: 421 try later; 37 orders wait, oldest 14:02',
    )
  })

  it('tells a dependency that does not answer from one that is slow', () => {
    const silent = { state: 'stalled', cause: 'dependency-silent' } as const
    expect(say({ failures: [] }, silent)).toMatch(
      /^no mail has left for 40 s, because the mail server does not answer in time; 37/,
    )
    expect(say({ workMs: 2_600, failures: [] }, { ...silent, state: 'slow' }, 30)).toMatch(
      /^one attempt takes 3 s, because the mail server does not answer in time; .*; drains within 30 s$/,
    )
  })

  it('speaks for the engine that cannot, by its silence or in its own words', () => {
    const down = { state: 'down', cause: 'engine-gone' } as const
    expect(say({}, down, null, { ...alive, silentSeconds: 130 })).toMatch(
      /^the night shift has given no sign of life for 2 min;/,
    )
    expect(say({}, down, null, { ...alive, trouble: 'no route' })).toMatch(
      /^the night shift cannot work: no route;/,
    )
  })

  it('tells the worker that died from one that never comes', () => {
    const workerGone = { state: 'stalled', cause: 'worker-gone' } as const
    expect(say({ heldByDead: 1 }, workerGone)).toMatch(/^a worker died with 1 job in its hands/)
    expect(say({}, workerGone)).toMatch(/^no mail has left for 40 s, though nothing refuses/)
  })

  it('counts the orders that fail while others get through, and promises no end of it', () => {
    const poison = { state: 'slow', cause: 'poison-input' } as const
    const failures = [{ error: '550 no such user', orders: 2, lastAt: null }]
    expect(say({ waiting: 2, retrying: 2, failures }, poison)).toBe(
      '2 orders fail again and again while others get through: 550 no such user; 2 orders wait, oldest 14:02',
    )
    expect(say({ waiting: 1, retrying: 1, failures, lastSuccessAt: ago(3_600) }, poison)).toBe(
      '1 order fails again and again: 550 no such user; 1 order waits, oldest 14:02',
    )
  })

  it('says that lost work is said again, and that too much comes in', () => {
    expect(say({ lost: 2 }, { state: 'slow', cause: 'lost-work' })).toMatch(
      /^nobody has begun the work of 2 orders, which is said again;/,
    )
    expect(say({ waiting: 1_200 }, { state: 'slow', cause: 'overload' }, 7_200)).toBe(
      'more comes in than gets done; 1,200 orders wait, oldest 14:02; drains within 2 h',
    )
  })

  it('says of a burst that none is late', () => {
    expect(say({ overdue: 0 }, { state: 'healthy', cause: 'burst' }, 90)).toBe(
      'a burst; 37 orders wait, oldest 14:02, none late; drains within 90 s',
    )
  })

  it('has little to say when all is well', () => {
    const well = { state: 'healthy', cause: null } as const
    const none = { waiting: 0, retrying: 0, overdue: 0, oldestSince: null }
    expect(say(none, well, 0)).toBe('nothing waits')
    expect(say({ ...none, kind: 'function', name: 'settle-orders', everySeconds: 60 }, well, 0)).toBe(
      'runs every 60 s',
    )
    expect(say({ waiting: 1, overdue: 0 }, well, 1)).toBe('1 order waits, oldest 14:02, none late')
  })

  it('counts runs of a function and of the night shift, for they are no orders', () => {
    const stalled = { state: 'stalled', cause: 'worker-gone' } as const
    expect(say({ kind: 'function', name: 'settle-orders' }, stalled)).toMatch(/; 37 runs wait, oldest 14:02$/)
    expect(say({ kind: 'engine', name: 'night-shift' }, stalled)).toMatch(/; 37 runs wait, oldest 14:02$/)
  })

  it('cuts an error short that would fill the screen', () => {
    const failures = [{ error: 'x'.repeat(5_000), orders: 1, lastAt: null }]
    expect(say({ failures }, { state: 'down', cause: 'dependency-refusing' }).length).toBeLessThan(300)
  })
})

it('calls queues by the names that people use', () => {
  expect(queueTitle('night-shift')).toBe('Night shift')
  expect(queueTitle('confirmation-email')).toBe('Confirmation e-mail')
  expect(queueTitle('settle-orders-every-minute')).toBe('Settle orders every minute')
})

it.each([
  [-3, '0 s'],
  [119, '119 s'],
  [120, '2 min'],
  [7_199, '120 min'],
  [7_200, '2 h'],
])('says %d seconds as people do', (seconds, words) => {
  expect(duration(seconds)).toBe(words)
})
