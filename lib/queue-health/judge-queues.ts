import { DEFERRED_STEPS } from '@/lib/orders/rules/deferred-steps'
import { db, statement } from '@/lib/platform/db'
import { type EngineMeasure, measureEngine } from './measure-engine'
import { type FunctionFacts, measureFunctions } from './measure-functions'
import { measureSteps } from './measure-steps'
import type { QueueFacts } from './rules/queue-facts'
import {
  drainSeconds,
  engineVerdict,
  functionVerdict,
  isEngineGone,
  stepVerdict,
  type Verdict,
} from './rules/queue-verdict'
import { queueMessage } from './rules/queue-words'
import type { Queue } from './schema'

/** A queue as everybody sees it, with what only the watcher needs. */
export type JudgedQueue = Queue & {
  /** Attempts failed of so many orders since the last success. */
  failing: number
  failures: QueueFacts['failures']
  /** The deferred step a function carries out: its trouble is told as the step's. */
  step: string | null
}

export const NIGHT_SHIFT = 'night-shift'

/**
 * How every queue of every site stands now: the night shift, the deferred steps, the functions. Judged from what is
 * owed in the database and from signs of life; five statements, whose cost is that of the backlog.
 */
export async function judgeQueues(): Promise<{ queues: JudgedQueue[]; engineGone: boolean }> {
  const [engine, steps, functions, usual, sites] = await Promise.all([
    measureEngine(),
    measureSteps(),
    measureFunctions(),
    usualRates(),
    db.site.findMany({ select: { id: true, timeZone: true }, orderBy: { id: 'asc' } }),
  ])
  const queues = sites.flatMap(({ id: site, timeZone }) => {
    const rate = (name: string) => usual.get(`${site} ${name}`) ?? 0
    const judged = (facts: QueueFacts, verdict: Verdict, step: string | null = null) =>
      queueOf({ ...facts, site, usualPerMinute: rate(facts.name) }, verdict, engine, timeZone, step)
    const shift = nightShiftFacts(engine, functions)
    const ownSteps = steps
      .filter((facts) => facts.site === site)
      .map((facts) => withHolders(facts, functions))
    return [
      judged(shift, engineVerdict(shift, engine)),
      ...ownSteps.map((facts) => judged(facts, stepVerdict(facts, engine))),
      ...functions.map((facts) => judged(facts, functionVerdict(facts, engine), facts.step)),
    ]
  })
  return { queues, engineGone: isEngineGone(engine) }
}

// Whose lease a dead process holds is known of functions only.
const withHolders = (facts: QueueFacts, functions: FunctionFacts[]): QueueFacts => ({
  ...facts,
  heldByDead: functions.find(({ step }) => step === facts.name)?.heldByDead ?? 0,
})

function nightShiftFacts(engine: EngineMeasure, functions: FunctionFacts[]): QueueFacts {
  const sum = (of: (facts: FunctionFacts) => number) =>
    functions.reduce((total, facts) => total + of(facts), 0)
  const latest = (dates: (Date | null)[]) =>
    dates.reduce((best, date) => (date !== null && (best === null || date > best) ? date : best), null)
  const oldest = engine.unsaidSince
  return {
    name: NIGHT_SHIFT,
    kind: 'engine',
    site: '',
    now: functions[0]?.now ?? new Date(),
    waiting: engine.unsaid + sum(({ waiting }) => waiting),
    running: sum(({ running }) => running),
    retrying: sum(({ retrying }) => retrying),
    dead: sum(({ dead }) => dead),
    overdue: sum(({ overdue }) => overdue),
    oldestSince: oldest,
    failing: 0,
    lost: 0,
    lastSuccessAt: latest(functions.map(({ lastSuccessAt }) => lastSuccessAt)),
    doneLastMinute: sum(({ doneLastMinute }) => doneLastMinute),
    usualPerMinute: 0,
    p95WaitMs: functions.reduce<number | null>(
      (worst, { p95WaitMs }) => (p95WaitMs === null ? worst : Math.max(worst ?? 0, p95WaitMs)),
      null,
    ),
    workMs: null,
    runningSeconds: 0,
    heldByDead: sum(({ heldByDead }) => heldByDead),
    failures: [],
    everySeconds: null,
    introducedAt: null,
  }
}

function queueOf(
  facts: QueueFacts,
  verdict: Verdict,
  engine: EngineMeasure,
  timeZone: string,
  step: string | null,
): JudgedQueue {
  const drain = drainSeconds(facts, verdict)
  const { now, oldestSince } = facts
  return {
    name: facts.name,
    kind: facts.kind,
    site: facts.site,
    ...verdict,
    waiting: facts.waiting,
    running: facts.running,
    retrying: facts.retrying,
    dead: facts.dead,
    overdue: facts.overdue,
    oldestWaitSeconds:
      oldestSince === null ? null : Math.max(0, Math.round((now.getTime() - oldestSince.getTime()) / 1000)),
    oldestSince: oldestSince?.toISOString() ?? null,
    lastSuccessAt: facts.lastSuccessAt?.toISOString() ?? null,
    perMinute: facts.doneLastMinute,
    p95WaitMs: facts.p95WaitMs,
    drainSeconds: drain,
    ordersAffected: ordersAffected(facts, verdict, engine),
    message: queueMessage(facts, verdict, drain, engine, timeZone),
    failing: facts.failing,
    failures: facts.failures,
    step,
  }
}

// Orders for which somebody waits longer than they should, or would if nothing changed.
function ordersAffected(facts: QueueFacts, { state, cause }: Verdict, engine: EngineMeasure): number {
  if (facts.kind === 'engine') return state === 'healthy' ? 0 : (engine.owing[facts.site] ?? 0)
  if (facts.kind === 'function') return 0
  if (state === 'healthy') return facts.dead
  if (cause === 'poison-input') return facts.retrying + facts.dead
  return facts.dead + (state === 'slow' ? facts.overdue : facts.waiting + facts.running)
}

const USUAL_FOR_MS = 60_000
let usualRead = { at: Number.NEGATIVE_INFINITY, rates: new Map<string, number>() }

// The best minute of the last day; it changes slowly, and reading a day of samples is dear.
async function usualRates(): Promise<Map<string, number>> {
  if (performance.now() - usualRead.at < USUAL_FOR_MS) return usualRead.rates
  const rows = await statement<{ site_id: string; queue: string; best: number }>(
    'usual-rates',
    `SELECT site.id AS site_id, q.name AS queue, best FROM site CROSS JOIN unnest($1::text[]) AS q(name)
     CROSS JOIN LATERAL (SELECT max(per_minute) AS best FROM queue_sample s
       WHERE s.site_id = site.id AND s.queue = q.name AND s.at > now() - interval '1 day') day WHERE best IS NOT NULL`,
    [[NIGHT_SHIFT, ...DEFERRED_STEPS.map(({ kind }) => kind)]],
  )
  usualRead = {
    at: performance.now(),
    rates: new Map(rows.map(({ site_id, queue, best }) => [`${site_id} ${queue}`, best])),
  }
  return usualRead.rates
}
