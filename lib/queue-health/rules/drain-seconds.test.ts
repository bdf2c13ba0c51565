import { describe, expect, it } from 'vitest'
import { quiet } from '@/lib/testing/quiet-queue'
import type { QueueFacts } from './queue-facts'
import { drainSeconds } from './queue-verdict'

describe('the time until everything is done', () => {
  const drain = (facts: Partial<QueueFacts>, state: 'healthy' | 'slow' | 'stalled' | 'down') =>
    drainSeconds({ ...quiet, ...facts }, { state, cause: null })

  it('is nothing when nothing waits, and unknown without a rate', () => {
    expect(drain({ waiting: 0 }, 'down')).toBe(0)
    expect(drain({ waiting: 9, doneLastMinute: 0, usualPerMinute: 0 }, 'down')).toBe(null)
  })

  it('is unknown while the best minute only tells how little came in', () => {
    expect(drain({ waiting: 118, doneLastMinute: 0, usualPerMinute: 1 }, 'down')).toBe(null)
    expect(drain({ waiting: 1, doneLastMinute: 0, usualPerMinute: 1 }, 'down')).toBe(60)
  })

  it('goes by the present rate while work flows late, else by the best of the day', () => {
    const facts = { waiting: 100, doneLastMinute: 60, usualPerMinute: 600 }
    expect(drain(facts, 'slow')).toBe(100)
    expect(drain(facts, 'down')).toBe(10)
    expect(drain({ ...facts, doneLastMinute: 0 }, 'slow')).toBe(10)
  })

  it('is unknown while some input cannot get done at all', () => {
    expect(drainSeconds({ ...quiet, waiting: 1 }, { state: 'slow', cause: 'poison-input' })).toBe(null)
  })
})
