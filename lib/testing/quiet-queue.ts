import type { EngineFacts, QueueFacts } from '@/lib/queue-health/rules/queue-facts'

/** A queue, and an engine, with nothing the matter at an instant. */
const now = new Date('2026-11-21T14:03:00Z')
export const earlier = (seconds: number) => new Date(now.getTime() - seconds * 1000)
export const alive: EngineFacts = { silentSeconds: 1, upSeconds: 3_600, trouble: null }
export const quiet: QueueFacts = {
  name: 'confirmation-email',
  kind: 'step',
  site: 'TEST-1',
  now,
  waiting: 0,
  running: 0,
  retrying: 0,
  dead: 0,
  overdue: 0,
  oldestSince: null,
  failing: 0,
  lost: 0,
  lastSuccessAt: earlier(2),
  doneLastMinute: 300,
  usualPerMinute: 300,
  p95WaitMs: 200,
  workMs: 20,
  runningSeconds: 0,
  heldByDead: 0,
  failures: [],
  everySeconds: null,
  introducedAt: null,
}
