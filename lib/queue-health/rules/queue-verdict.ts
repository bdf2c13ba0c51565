import type { QueueCause, QueueState } from '../schema'
import type { EngineFacts, QueueFacts } from './queue-facts'

export type Verdict = { state: QueueState; cause: QueueCause | null }

/** Signs of life come every 2 s; so many seconds without one is no hiccup. */
export const ENGINE_GONE_SECONDS = 10
/** A success within so many seconds says that work flows. */
const FLOWING_SECONDS = 15
/** An attempt that takes longer waits for somebody. */
const HANGING_SECONDS = 8
const SLOW_WORK_MS = 2_000
const BURST = 25
const FEW = 3
/** What an engine may take from its opening to its first results, with a backlog before it. */
const OPENING_SECONDS = 20
/** A schedule may miss one firing and this much before it is called stalled. */
const SCHEDULE_GRACE_SECONDS = 60
const UNSAID_SECONDS = 15

const HEALTHY: Verdict = { state: 'healthy', cause: null }

const ageSeconds = (at: Date | null, now: Date): number =>
  at === null ? Number.POSITIVE_INFINITY : (now.getTime() - at.getTime()) / 1000

/** True when no engine gives a sign of life, or the one there is cannot reach its server. */
export function isEngineGone(engine: EngineFacts): boolean {
  return engine.silentSeconds > ENGINE_GONE_SECONDS || engine.trouble !== null
}

/** How a deferred step stands: judged from what orders are owed, in the order in which causes hide each other. */
export function stepVerdict(facts: QueueFacts, engine: EngineFacts): Verdict {
  if (facts.waiting + facts.running === 0) return HEALTHY
  if (isEngineGone(engine)) return { state: 'down', cause: 'engine-gone' }
  const flows = ageSeconds(facts.lastSuccessAt, facts.now) <= FLOWING_SECONDS
  // One failing order may be at fault itself; two of which nothing came in between are not.
  if (facts.failing >= 2 || (facts.failing === 1 && isOfConnection(facts)))
    return { state: 'down', cause: failureCause(facts) }
  if (facts.heldByDead > 0 && !flows)
    return { state: facts.overdue > 0 ? 'stalled' : 'slow', cause: 'worker-gone' }
  // An engine that has just opened finds all that came in meanwhile.
  if (facts.overdue > 0 && !flows && engine.upSeconds < OPENING_SECONDS)
    return { state: 'slow', cause: 'burst' }
  if (facts.runningSeconds > HANGING_SECONDS && ageSeconds(facts.lastSuccessAt, facts.now) > HANGING_SECONDS)
    return { state: 'stalled', cause: 'dependency-silent' }
  return facts.overdue === 0 ? inTime(facts) : late(facts, flows)
}

function inTime(facts: QueueFacts): Verdict {
  return facts.waiting - facts.retrying >= BURST ? { state: 'healthy', cause: 'burst' } : HEALTHY
}

function late(facts: QueueFacts, flows: boolean): Verdict {
  const moving = flows ? 'slow' : 'stalled'
  if (facts.lost > 0) return { state: moving, cause: 'lost-work' }
  // A few fail again and again while others get through; many that failed are a dependency's, which is back.
  const few = facts.retrying <= Math.max(FEW, facts.doneLastMinute / 10)
  if (facts.retrying >= facts.overdue && few) return { state: 'slow', cause: 'poison-input' }
  if (!flows) return { state: 'stalled', cause: facts.running > 0 ? 'dependency-silent' : 'worker-gone' }
  if ((facts.workMs ?? 0) >= SLOW_WORK_MS) return { state: 'slow', cause: 'dependency-silent' }
  return { state: 'slow', cause: drains(facts) ? 'burst' : 'overload' }
}

/** It is getting done faster than a minute's worth of it waits. */
const drains = (facts: QueueFacts): boolean => facts.doneLastMinute >= facts.waiting

// No order is at fault for a connection that does not come about.
const isOfConnection = ({ failures }: QueueFacts): boolean =>
  /ECONNREFUSED|ECONNRESET|ENOTFOUND|EHOSTUNREACH|ETIMEDOUT|greeting never/i.test(failures[0]?.error ?? '')

// What a dependency that does not answer leaves behind is our own deadline's words.
function failureCause({ failures }: QueueFacts): QueueCause {
  return /time?d?[ -]?out|ETIMEDOUT|no answer|greeting never/i.test(failures[0]?.error ?? '')
    ? 'dependency-silent'
    : 'dependency-refusing'
}

/** How a function of the night shift stands: does its schedule fire, and does what is queued get done? */
export function functionVerdict(facts: QueueFacts, engine: EngineFacts): Verdict {
  if (isEngineGone(engine)) return { state: 'down', cause: 'engine-gone' }
  const sinceSuccess = ageSeconds(facts.lastSuccessAt, facts.now)
  const { everySeconds } = facts
  const waited = Math.min(sinceSuccess, ageSeconds(facts.introducedAt, facts.now))
  const missed = everySeconds !== null && waited > 2 * everySeconds + SCHEDULE_GRACE_SECONDS
  if (missed) return { state: 'stalled', cause: facts.failing > 0 ? failureCause(facts) : 'worker-gone' }
  if (facts.heldByDead > 0) return { state: 'slow', cause: 'worker-gone' }
  if (facts.failing > 0 && facts.retrying > 0) return { state: 'slow', cause: failureCause(facts) }
  if (facts.overdue > 0 && facts.retrying < facts.overdue)
    return facts.doneLastMinute > 0
      ? { state: 'slow', cause: drains(facts) ? 'burst' : 'overload' }
      : { state: 'stalled', cause: 'worker-gone' }
  return inTime(facts)
}

/** How the night shift itself stands: is it there, and does it take what is said to it? */
export function engineVerdict(facts: QueueFacts, engine: EngineFacts): Verdict {
  if (isEngineGone(engine)) return { state: 'down', cause: 'engine-gone' }
  if (facts.heldByDead > 0) return { state: 'slow', cause: 'worker-gone' }
  if (ageSeconds(facts.oldestSince, facts.now) > UNSAID_SECONDS && facts.oldestSince !== null)
    return facts.doneLastMinute > 0
      ? { state: 'slow', cause: drains(facts) ? 'burst' : 'overload' }
      : { state: 'stalled', cause: 'worker-gone' }
  return inTime(facts)
}

/** A best minute with fewer than this tells how little came in, not how much can be done. */
const TELLING_PER_MINUTE = 10

/**
 * Seconds within which everything that waits is done: at the present rate while it flows, else at the best rate of the
 * last day, once it flows again. Null when no rate is known, or when what waits cannot get done as it is.
 */
export function drainSeconds(facts: QueueFacts, { state, cause }: Verdict): number | null {
  if (facts.waiting === 0) return 0
  if (cause === 'poison-input') return null
  const perMinute =
    state === 'slow' && facts.doneLastMinute > 0
      ? facts.doneLastMinute
      : Math.max(facts.doneLastMinute, facts.usualPerMinute)
  const unknown = perMinute < TELLING_PER_MINUTE && facts.waiting > perMinute
  return unknown ? null : Math.ceil((facts.waiting / perMinute) * 60)
}
