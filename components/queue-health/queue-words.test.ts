import { describe, expect, it } from 'vitest'
import type { Queue } from '@/lib/queue-health/schema'
import { causeWords, queueName, sortQueues } from './queue-words'

describe('queueName', () => {
  it.each([
    ['night-shift', 'Night shift'],
    ['confirmation-email', 'Confirmation e-mail'],
    ['settle-orders-every-minute', 'Settle orders every minute'],
  ])('says %s as "%s"', (name, words) => {
    expect(queueName(name)).toBe(words)
  })
})

describe('causeWords', () => {
  it('says a known cause in words and an unknown one as it is', () => {
    expect(causeWords('dependency-silent')).toBe('What it depends on does not answer')
    expect(causeWords('dead-letters')).toBe('dead letters')
  })
})

describe('sortQueues', () => {
  const queue = (name: string, kind: Queue['kind'], state: Queue['state'] = 'healthy'): Queue => ({
    name,
    kind,
    site: 'S',
    state,
    waiting: 0,
    running: 0,
    retrying: 0,
    dead: 0,
    overdue: 0,
    oldestWaitSeconds: null,
    oldestSince: null,
    lastSuccessAt: null,
    perMinute: 0,
    p95WaitMs: null,
    drainSeconds: null,
    ordersAffected: 0,
    cause: null,
    message: '',
  })

  it('keeps the steps in the order of the checkout and puts functions in trouble first', () => {
    const { engine, steps, functions } = sortQueues([
      queue('b', 'function'),
      queue('recommendations', 'step', 'down'),
      queue('a', 'function'),
      queue('c', 'function', 'stalled'),
      queue('confirmation-email', 'step'),
      queue('night-shift', 'engine'),
    ])
    expect(engine.map(({ name }) => name)).toEqual(['night-shift'])
    expect(steps.map(({ name }) => name)).toEqual(['confirmation-email', 'recommendations'])
    expect(functions.map(({ name }) => name)).toEqual(['c', 'a', 'b'])
  })
})
