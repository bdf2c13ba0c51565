import { counter, gauge, histogram } from '@/lib/platform/metrics'
import { slot } from '@/lib/platform/slot'
import type { SpoolStanding } from './open-spool'
import type { Answered } from './rules/sorter-state'

const decisions = counter('stowline_belt_decisions', 'Answers to scans, by what was said and why', [
  'action',
  'because',
])
const seconds = histogram(
  'stowline_belt_decision_seconds',
  'Time from a scan to its answer',
  [],
  [0.000_05, 0.000_1, 0.000_25, 0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25],
)
const tight = counter(
  'stowline_belt_decisions_tight',
  'Answers that took more than half of the time they had',
  [],
)

/** Counts an answer to a scan. */
export function countDecision({ action, because, elapsedMicros, deadlineMs }: Answered): void {
  decisions.inc({ action, because })
  seconds.observe(elapsedMicros / 1e6)
  if (elapsedMicros > deadlineMs * 500) tight.inc()
}

const standing = () => (slot.belt as { standing: () => SpoolStanding } | undefined)?.standing()

gauge('stowline_belt_spool_facts', 'Answers that the database does not have yet', [], (facts) => {
  facts.set(standing()?.unrecorded ?? 0)
})
gauge('stowline_belt_spool_bytes', 'What they take on the disk', [], (bytes) => {
  bytes.set(standing()?.spoolBytes ?? 0)
})
gauge('stowline_belt_spool_oldest_seconds', 'For how long the oldest of them has waited', [], (oldest) => {
  const since = standing()?.oldestUnrecordedAtMs
  oldest.set(since ? (Date.now() - since) / 1_000 : 0)
})
