import { callBareSdk } from './call-bare-sdk'
import { type Count, type Engines, openEngines, until } from './open-engines'
import { ms, percentile, type Table } from './tables'
import { cpuOfHouse } from './use-of-processes'

const RUNS = Number(process.env.BENCH_RUNS ?? 10_000)
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3)
const PATIENCE_SECONDS = 300

type Drain = { perSecond: number; cpuMs: number; postgresCpuMs: number; statements: number }
type Loss = { effects: number; twice: number; runs: number; seconds: number; atKill: number }

/**
 * 10,000 queued runs of one step: drained by one engine process, beside the SDK's handler called with nothing behind
 * it; then shared by two processes of which one is killed half-way, and every run leaves an effect that is counted.
 */
export async function benchEngine(): Promise<Table[]> {
  const engines = await openEngines()
  try {
    const bare: { seconds: number; cpuMs: number }[] = []
    const drains: Drain[] = []
    const losses: Loss[] = []
    await callBareSdk(500) // warm up, not counted
    for (let round = 0; round < ROUNDS; round++) {
      bare.push(await callBareSdk(RUNS))
      drains.push(await drainByOne(engines))
      losses.push(await loseOneOfTwo(engines))
    }
    return [drainTable(drains, bare), lossTable(losses)]
  } finally {
    await engines.close()
  }
}

async function drainByOne(engines: Engines): Promise<Drain> {
  await engines.empty()
  const engine = await engines.start()
  await engines.queue('bench/one-step', 200) // warm up, not counted
  await endedRuns(engines, 200)
  await engines.empty()
  const before = await engine.count()
  const postgresBefore = postgresCpuMs()
  const queuedAt = await engines.queue('bench/one-step', RUNS)
  const endedAt = await endedRuns(engines, RUNS)
  const after: Count = await engine.count()
  const postgresCpu = postgresCpuMs() - postgresBefore
  await engine.kill()
  return {
    perSecond: (RUNS * 1000) / (endedAt.getTime() - queuedAt.getTime()),
    cpuMs: (after.cpuMs - before.cpuMs) / RUNS,
    postgresCpuMs: postgresCpu / RUNS,
    statements: (after.statements - before.statements) / RUNS,
  }
}

async function loseOneOfTwo(engines: Engines): Promise<Loss> {
  await engines.empty()
  const [one, other] = await Promise.all([engines.start(), engines.start()])
  const queuedAt = await engines.queue('bench/effect', RUNS)
  const atKill = await until(
    async () => {
      const { rows } = await engines.pool.query('SELECT count(*)::int AS effects FROM bench_effect')
      return rows[0].effects >= RUNS / 2 ? (rows[0].effects as number) : undefined
    },
    PATIENCE_SECONDS,
    'half of the effects',
  )
  await one.kill()
  const endedAt = await endedRuns(engines, RUNS)
  await other.kill()
  const { rows } = await engines.pool.query(
    'SELECT count(*)::int AS effects, count(*) FILTER (WHERE attempts > 1)::int AS twice FROM bench_effect',
  )
  const seconds = (endedAt.getTime() - queuedAt.getTime()) / 1000
  const loss = { ...rows[0], runs: RUNS, seconds, atKill } as Loss
  if (loss.effects !== RUNS) throw new Error(`${RUNS - loss.effects} of ${RUNS} effects are lost`)
  return loss
}

/** When the last of so many runs was completed, by the database's clock. */
function endedRuns(engines: Engines, runs: number): Promise<Date> {
  return until(
    async () => {
      const { rows } = await engines.pool.query(
        "SELECT count(*)::int AS ended, max(ended_at) AS at FROM engine_run WHERE status = 'completed'",
      )
      return rows[0].ended === runs ? (rows[0].at as Date) : undefined
    },
    PATIENCE_SECONDS,
    `${runs} completed runs`,
  )
}

// Backends that ended are in the postmaster's sum, so closed connections do not vanish.
function postgresCpuMs(): number {
  return cpuOfHouse().postgres ?? 0
}

const median = (values: number[]): number =>
  percentile(
    values.toSorted((a, b) => a - b),
    0.5,
  )

function drainTable(drains: Drain[], bare: { seconds: number; cpuMs: number }[]): Table {
  const perSecond = median(drains.map((drain) => drain.perSecond))
  const cpuMs = median(drains.map((drain) => drain.cpuMs))
  const barePerSecond = median(bare.map(({ seconds }) => RUNS / seconds))
  const bareCpuMs = median(bare.map((one) => one.cpuMs / RUNS))
  const postgres = ms(median(drains.map((drain) => drain.postgresCpuMs)))
  const statements = median(drains.map((drain) => drain.statements)).toFixed(2)
  const ratios = [(perSecond / barePerSecond).toFixed(2), (cpuMs / bareCpuMs).toFixed(2)]
  return {
    title: `${RUNS.toLocaleString('en')} queued runs of one step, drained by one engine process (${rounds(ROUNDS)})`,
    columns: ['', 'runs/s', 'CPU-ms/run', 'Postgres CPU-ms/run', 'SQL/run', 'ratio runs/s', 'ratio CPU'],
    rows: [
      ['embedded engine', perSecond.toFixed(0), ms(cpuMs), postgres, statements, ...ratios],
      ["SDK's bare handler", barePerSecond.toFixed(0), ms(bareCpuMs), '-', '-', '1.00', '1.00'],
    ],
    note: 'SQL/run: every query() of any connection of the engine process, counted in the process. CPU of Postgres: /proc.',
  }
}

function lossTable(losses: Loss[]): Table {
  return {
    title: 'Two engine processes share the runs, one is killed half-way',
    columns: ['round', 'runs', 'effects', 'lost', 'attempted twice', 'effects at the kill', 'seconds'],
    rows: losses.map(({ effects, runs, twice, atKill, seconds }, round) => [
      round + 1,
      runs,
      effects,
      runs - effects,
      twice,
      atKill,
      seconds.toFixed(1),
    ]),
    note: 'What the killed process held comes back when its lease of 30 s ends.',
  }
}

const rounds = (number: number): string => (number === 1 ? 'one round' : `median of ${number} rounds`)
