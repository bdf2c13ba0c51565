import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { paced } from './paced'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('runs at once for the first reason', () => {
  let runs = 0
  paced(async () => void runs++, 250, Date.now)()
  expect(runs).toBe(1)
})

it('runs at most four times a second, and once more for the last reason', async () => {
  let runs = 0
  const mark = paced(async () => void runs++, 250, Date.now)
  for (let ms = 0; ms < 1000; ms += 5) {
    mark()
    await vi.advanceTimersByTimeAsync(5)
  }
  expect(runs).toBeLessThanOrEqual(5)
  const before = runs
  mark()
  await vi.advanceTimersByTimeAsync(1000)
  expect(runs - before).toBe(1)
})

it('never overlaps a slow run, and follows it with another when something happened meanwhile', async () => {
  let runs = 0
  let most = 0
  let now = 0
  const mark = paced(
    async () => {
      runs++
      most = Math.max(most, ++now)
      await new Promise((done) => setTimeout(done, 900))
      now--
    },
    250,
    Date.now,
  )
  mark()
  await vi.advanceTimersByTimeAsync(100)
  mark()
  mark()
  await vi.advanceTimersByTimeAsync(5000)
  expect({ runs, most }).toEqual({ runs: 2, most: 1 })
})

it('goes on after a run that failed', async () => {
  let runs = 0
  const mark = paced(
    () => {
      runs++
      return runs === 1 ? Promise.reject(new Error('no network')) : Promise.resolve()
    },
    250,
    Date.now,
  )
  mark()
  await vi.advanceTimersByTimeAsync(300)
  mark()
  await vi.advanceTimersByTimeAsync(300)
  expect(runs).toBe(2)
})
