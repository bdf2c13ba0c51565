import { type Engines, openEngines, until } from '@/bench/open-engines'
import type { Outcome } from './outcome'

const RUNS = 256
const HOUR_MS = 3_600_000
const PATIENCE_SECONDS = 90
/** A step takes longer than a lease, so that both engines hold leases at the jump and have to renew them after it. */
const SETTINGS = { BENCH_LEASE_MS: '6000', BENCH_STEP_MS: '8000' }

type Jump = { lost: number; doubled: number; seconds: number }

/**
 * Two engines share runs and the clock of one of them jumps by an hour while both are at work; then one that is alone.
 * Leases go by the database's clock, so neither takes what the other is at, and work goes on.
 */
export async function clockJumps(): Promise<Outcome> {
  const engines = await openEngines()
  try {
    const jumps = {
      'one of two, forward': await jump(engines, HOUR_MS, 2),
      'one of two, back': await jump(engines, -HOUR_MS, 2),
      'alone, forward': await jump(engines, HOUR_MS, 1),
      'alone, back': await jump(engines, -HOUR_MS, 1),
    }
    const all = Object.values(jumps)
    const sum = (of: (one: Jump) => number) => all.reduce((total, one) => total + of(one), 0)
    return {
      killed: "an engine's clock jumps by an hour",
      sent: all.length * RUNS,
      lost: sum(({ lost }) => lost),
      doubled: sum(({ doubled }) => doubled),
      noticed: null,
      doneSeconds: Math.max(...all.map(({ seconds }) => seconds)),
      healedSeconds: null,
      promises: [],
      notes: Object.entries(jumps).map(
        ([name, { lost, doubled, seconds }]) =>
          `${name}: ${lost} of ${RUNS} not done after ${seconds.toFixed(0)} s, ${doubled} steps run twice`,
      ),
    }
  } finally {
    await engines.close()
  }
}

async function jump(engines: Engines, ms: number, processes: 1 | 2): Promise<Jump> {
  await engines.empty()
  const others = processes === 2 ? [engines.start(SETTINGS)] : []
  const [jumping, ...steady] = await Promise.all([engines.start(SETTINGS), ...others])
  const beganAt = performance.now()
  await engines.queue('bench/effect', RUNS)
  const isUnderWay = async () => ((await effects(engines)).runs >= RUNS / 3 ? true : undefined)
  await until(isUnderWay, PATIENCE_SECONDS, 'a third begun')
  await jumping.shiftClock(ms)
  const isOver = async () => ((await endedRuns(engines)) >= RUNS ? true : undefined)
  await until(isOver, PATIENCE_SECONDS, 'all runs').catch(() => undefined)
  const seconds = (performance.now() - beganAt) / 1000
  await Promise.all([jumping, ...steady].map((engine) => engine.kill()))
  return { lost: RUNS - (await endedRuns(engines)), doubled: (await effects(engines)).doubled, seconds }
}

async function effects({ pool }: Engines): Promise<{ runs: number; doubled: number }> {
  const { rows } = await pool.query(
    'SELECT count(*)::int AS runs, count(*) FILTER (WHERE attempts > 1)::int AS doubled FROM bench_effect',
  )
  return rows[0]
}

async function endedRuns({ pool }: Engines): Promise<number> {
  const { rows } = await pool.query(
    "SELECT count(*)::int AS ended FROM engine_run WHERE status = 'completed'",
  )
  return rows[0].ended
}
