import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alive, earlier, quiet } from '@/lib/testing/quiet-queue'
import type { EngineFacts, QueueFacts } from './queue-facts'
import { engineVerdict, functionVerdict, isEngineGone, stepVerdict } from './queue-verdict'

const gone: EngineFacts = { ...alive, silentSeconds: 11 }
const failure = (error: string) => [{ error, orders: 3, lastAt: null }]
const step = (facts: Partial<QueueFacts>, engine = alive) => stepVerdict({ ...quiet, ...facts }, engine)

describe('a deferred step', () => {
  it('is healthy when nothing is owed, whatever else is wrong', () => {
    expect(step({ dead: 3, failing: 3 }, gone)).toEqual({ state: 'healthy', cause: null })
  })

  it('is healthy when everything owed is in time', () => {
    expect(step({ waiting: 3, running: 2 })).toEqual({ state: 'healthy', cause: null })
  })

  it('is healthy in a burst that drains in time', () => {
    expect(step({ waiting: 500, running: 8 })).toEqual({ state: 'healthy', cause: 'burst' })
  })

  it('is down when the engine gives no sign of life, or says that it cannot work', () => {
    const down = { state: 'down', cause: 'engine-gone' }
    expect(step({ waiting: 1 }, gone)).toEqual(down)
    expect(step({ waiting: 1 }, { ...alive, trouble: 'no route to the server' })).toEqual(down)
    expect(step({ waiting: 1, failing: 5, failures: failure('ECONNREFUSED') }, gone)).toEqual(down)
  })

  it('is down when its dependency refuses one order after the other', () => {
    const refused = { waiting: 5, retrying: 2, failing: 2, failures: failure('connect ECONNREFUSED') }
    expect(step(refused)).toEqual({ state: 'down', cause: 'dependency-refusing' })
  })

  it.each(['Connection timeout', 'connect ETIMEDOUT 10.0.0.1', 'Greeting never received', 'timed out'])(
    'is down when its dependency is silent: %s',
    (error) => {
      const facts = { waiting: 5, retrying: 2, failing: 2, failures: failure(error) }
      expect(step(facts)).toEqual({ state: 'down', cause: 'dependency-silent' })
    },
  )

  it('is stalled when an attempt hangs and nothing gets done beside it', () => {
    const hanging = { running: 1, runningSeconds: 9, lastSuccessAt: earlier(9) }
    expect(step(hanging)).toEqual({ state: 'stalled', cause: 'dependency-silent' })
    expect(step({ ...hanging, lastSuccessAt: earlier(2) })).toEqual({ state: 'healthy', cause: null })
  })

  it('misses the worker that died with its work, as long as no other gets on with it', () => {
    const orphaned = { waiting: 1, running: 1, heldByDead: 1, lastSuccessAt: earlier(20) }
    expect(step(orphaned)).toEqual({ state: 'slow', cause: 'worker-gone' })
    expect(step({ ...orphaned, overdue: 1 })).toEqual({ state: 'stalled', cause: 'worker-gone' })
    expect(step({ ...orphaned, lastSuccessAt: earlier(1) })).toEqual({ state: 'healthy', cause: null })
  })

  it('is stalled when the engine lives and nobody takes its late work up', () => {
    const late = { waiting: 4, overdue: 4, lastSuccessAt: earlier(90) }
    expect(step(late)).toEqual({ state: 'stalled', cause: 'worker-gone' })
    expect(step({ ...late, lastSuccessAt: null })).toEqual({ state: 'stalled', cause: 'worker-gone' })
  })

  it('gives an engine that has just opened the time to take up what came in meanwhile', () => {
    const late = { waiting: 400, overdue: 300, lastSuccessAt: earlier(90) }
    expect(step(late, { ...alive, upSeconds: 19 })).toEqual({ state: 'slow', cause: 'burst' })
    expect(step(late, { ...alive, upSeconds: 20 })).toEqual({ state: 'stalled', cause: 'worker-gone' })
  })

  it('blames no input when many have failed: their dependency is back', () => {
    const many = { waiting: 60, retrying: 60, overdue: 60 }
    expect(step({ ...many, doneLastMinute: 599 })).toEqual({ state: 'slow', cause: 'burst' })
    expect(step({ ...many, doneLastMinute: 600 })).toEqual({ state: 'slow', cause: 'poison-input' })
  })

  it('blames the input when what is late fails while others get through', () => {
    const poison = { waiting: 4, retrying: 1, overdue: 1, failing: 0 }
    expect(step(poison)).toEqual({ state: 'slow', cause: 'poison-input' })
    expect(step({ ...poison, waiting: 1, failing: 1, lastSuccessAt: earlier(600) })).toEqual({
      state: 'slow',
      cause: 'poison-input',
    })
  })

  it('finds the work that nobody has begun', () => {
    expect(step({ waiting: 9, overdue: 2, lost: 2 })).toEqual({ state: 'slow', cause: 'lost-work' })
    expect(step({ waiting: 9, overdue: 2, lost: 2, lastSuccessAt: earlier(60) })).toEqual({
      state: 'stalled',
      cause: 'lost-work',
    })
  })

  it('is slow when each attempt waits for its dependency', () => {
    const facts = { waiting: 50, overdue: 20, workMs: 2_500, doneLastMinute: 80 }
    expect(step(facts)).toEqual({ state: 'slow', cause: 'dependency-silent' })
  })

  it('tells a burst, which a minute works off, from more coming in than gets done', () => {
    const late = { waiting: 300, overdue: 20 }
    expect(step({ ...late, doneLastMinute: 300 })).toEqual({ state: 'slow', cause: 'burst' })
    expect(step({ ...late, doneLastMinute: 299 })).toEqual({ state: 'slow', cause: 'overload' })
  })
})

const shift = (facts: Partial<QueueFacts>, engine = alive) =>
  functionVerdict({ ...quiet, kind: 'function', ...facts }, engine)

describe('a function of the night shift', () => {
  it('is down with the engine', () => {
    expect(shift({}, gone)).toEqual({ state: 'down', cause: 'engine-gone' })
  })

  it('is healthy when its schedule fires, or has not had the time to', () => {
    const every = { everySeconds: 60, introducedAt: earlier(3_600) }
    expect(shift({ ...every, lastSuccessAt: earlier(180) })).toEqual({ state: 'healthy', cause: null })
    expect(shift({ ...every, lastSuccessAt: null, introducedAt: earlier(30) }).state).toBe('healthy')
  })

  it('is stalled when its schedule has missed two firings, with the reason why', () => {
    const missed = { everySeconds: 60, introducedAt: earlier(3_600), lastSuccessAt: earlier(181) }
    expect(shift(missed)).toEqual({ state: 'stalled', cause: 'worker-gone' })
    expect(shift({ ...missed, lastSuccessAt: null })).toEqual({ state: 'stalled', cause: 'worker-gone' })
    expect(shift({ ...missed, failing: 1, failures: failure('403') })).toEqual({
      state: 'stalled',
      cause: 'dependency-refusing',
    })
  })

  it('is slow while a dead process holds its work, and while its runs fail', () => {
    expect(shift({ heldByDead: 1, running: 1 })).toEqual({ state: 'slow', cause: 'worker-gone' })
    const failing = { failing: 1, retrying: 1, waiting: 1, failures: failure('fetch timed out') }
    expect(shift(failing)).toEqual({ state: 'slow', cause: 'dependency-silent' })
  })

  it('tells late runs that get done, too slowly, and not at all', () => {
    const late = { waiting: 100, overdue: 10 }
    expect(shift({ ...late, doneLastMinute: 100 })).toEqual({ state: 'slow', cause: 'burst' })
    expect(shift({ ...late, doneLastMinute: 99 })).toEqual({ state: 'slow', cause: 'overload' })
    expect(shift({ ...late, doneLastMinute: 0 })).toEqual({ state: 'stalled', cause: 'worker-gone' })
    expect(shift({ waiting: 100 })).toEqual({ state: 'healthy', cause: 'burst' })
  })
})

describe('the night shift itself', () => {
  const engine = (facts: Partial<QueueFacts>, signs = alive) =>
    engineVerdict({ ...quiet, kind: 'engine', ...facts }, signs)

  it('is gone after more than ten seconds of silence, or when it says what keeps it', () => {
    expect(isEngineGone({ ...alive, silentSeconds: 10 })).toBe(false)
    expect(isEngineGone({ ...alive, silentSeconds: 10.1 })).toBe(true)
    expect(isEngineGone({ ...alive, trouble: 'unreachable' })).toBe(true)
    expect(engine({}, gone)).toEqual({ state: 'down', cause: 'engine-gone' })
  })

  it('is healthy while it takes what is said to it', () => {
    expect(engine({ oldestSince: earlier(15), waiting: 3 })).toEqual({ state: 'healthy', cause: null })
  })

  it('is slow or stalled when it leaves events lying, and slow when a process of it died at work', () => {
    const unsaid = { oldestSince: earlier(16), waiting: 400 }
    expect(engine({ ...unsaid, doneLastMinute: 400 })).toEqual({ state: 'slow', cause: 'burst' })
    expect(engine({ ...unsaid, doneLastMinute: 10 })).toEqual({ state: 'slow', cause: 'overload' })
    expect(engine({ ...unsaid, doneLastMinute: 0 })).toEqual({ state: 'stalled', cause: 'worker-gone' })
    expect(engine({ heldByDead: 2 })).toEqual({ state: 'slow', cause: 'worker-gone' })
  })
})

const amount = fc.nat(2_000)
const factsArbitrary = fc
  .record({
    waiting: amount,
    running: amount,
    retrying: amount,
    overdue: amount,
    failing: amount,
    lost: amount,
    heldByDead: fc.nat(3),
    doneLastMinute: amount,
    usualPerMinute: amount,
    workMs: fc.option(fc.nat(20_000)),
    runningSeconds: fc.nat(60),
    lastSuccessAt: fc.option(fc.nat(1_000).map(earlier)),
    oldestSince: fc.option(fc.nat(1_000).map(earlier)),
    everySeconds: fc.option(fc.nat(900)),
    introducedAt: fc.nat(10_000).map(earlier),
  })
  .map((facts): QueueFacts => ({ ...quiet, ...facts }))

describe('any verdict', () => {
  it('names a cause whenever something is wrong', () => {
    fc.assert(
      fc.property(factsArbitrary, fc.constantFrom(alive, gone), (facts, engine) => {
        for (const verdict of [stepVerdict, functionVerdict, engineVerdict]) {
          const { state, cause } = verdict(facts, engine)
          expect(state !== 'healthy' && cause === null).toBe(false)
          expect(state === 'healthy' && cause !== null && cause !== 'burst').toBe(false)
        }
      }),
    )
  })

  it('calls nothing late that is in time, begun, refused by nobody and held by the living', () => {
    const well = { overdue: 0, failing: 0, heldByDead: 0, runningSeconds: 3 }
    fc.assert(
      fc.property(factsArbitrary, (facts) => {
        expect(stepVerdict({ ...facts, ...well }, alive).state).toBe('healthy')
      }),
    )
  })
})
