import { type Engines, openEngines, until } from '@/bench/open-engines'
import type { Outcome } from './outcome'

const RUNS = 600
const HOUR_MS = 3_600_000
const LEASE_MS = 6_000

type Jump = { lost: number; doubled: number; seconds: number }

/**
 * Two engines share runs whose steps take longer than a turn; the clock of one of them jumps by an hour while both hold
 * work. Leases go by the database's clock, so neither takes what the other is at.
 */
export async function clockJumps(): Promise<Outcome> {
  const engines = await openEngines()
  try {
    const forward = await jump(engines, HOUR_MS)
    const back = await jump(engines, -HOUR_MS)
    return {
      killed: "one of two engines' clock jumps an hour forward, then, in another run, an hour back",
      sent: 2 * RUNS,
      lost: forward.lost + back.lost,
      doubled: forward.doubled + back.doubled,
      noticed: null,
      doneSeconds: Math.max(forward.seconds, back.seconds),
      healedSeconds: null,
      promises: [],
      notes: [
        `forward: ${forward.doubled} steps run twice, ${forward.seconds.toFixed(1)} s`,
        `back: ${back.doubled} steps run twice, ${back.seconds.toFixed(1)} s`,
      ],
    }
  } finally {
    await engines.close()
  }
}

async function jump(engines: Engines, ms: number): Promise<Jump> {
  await engines.empty()
  // A step takes a second and a half: at the jump both engines hold leases, and they have to renew some.
  const settings = { BENCH_LEASE_MS: `${LEASE_MS}`, BENCH_STEP_MS: '1500' }
  const [jumping, steady] = await Promise.all([engines.start(settings), engines.start(settings)])
  const beganAt = performance.now()
  await engines.queue('bench/effect', RUNS)
  await until(
    async () => ((await effects(engines)).runs >= RUNS / 4 ? true : undefined),
    60,
    'a quarter done',
  )
  await jumping.shiftClock(ms)
  const isOver = async () => ((await endedRuns(engines)) >= RUNS ? true : undefined)
  await until(isOver, 120, 'all runs').catch(() => undefined)
  const seconds = (performance.now() - beganAt) / 1000
  await Promise.all([jumping.kill(), steady.kill()])
  const { runs, doubled } = await effects(engines)
  return { lost: RUNS - Math.min(runs, await endedRuns(engines)), doubled, seconds }
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
