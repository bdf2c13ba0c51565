import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { benchArchive } from './bench-archive'
import { benchBatching } from './bench-batching'
import { benchConveyor } from './bench-conveyor'
import { benchDashboard } from './bench-dashboard'
import { benchDays } from './bench-days'
import { benchEngine } from './bench-engine'
import { benchEvents } from './bench-events'
import { benchFloor } from './bench-floor'
import { benchForecast } from './bench-forecast'
import { benchMap } from './bench-map'
import { benchOrders } from './bench-orders'
import { benchPeak } from './bench-peak'
import { benchPhone } from './bench-phone'
import { benchRecommendations } from './bench-recommendations'
import { benchReplenishment } from './bench-replenishment'
import { benchRouting } from './bench-routing'
import { benchSearch } from './bench-search'
import { benchSlotting } from './bench-slotting'
import { benchSoak } from './bench-soak'
import type { Table } from './tables'
import { textOf } from './tables'

/** Every bench by its name on the command line: `npm run bench -- orders`. */
const BENCHES: Record<string, () => Promise<Table[]>> = {
  orders: benchOrders,
  events: benchEvents,
  engine: benchEngine,
  peak: benchPeak,
  floor: benchFloor,
  map: benchMap,
  routing: benchRouting,
  batching: benchBatching,
  slotting: benchSlotting,
  phone: benchPhone,
  search: benchSearch,
  conveyor: benchConveyor,
  days: benchDays,
  archive: benchArchive,
  dashboard: benchDashboard,
  recommendations: benchRecommendations,
  replenishment: () => benchReplenishment(),
  forecast: benchForecast,
  soak: benchSoak,
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in BENCHES))
if (unknown.length > 0) {
  process.stderr.write(
    `no such bench: ${unknown.join(', ')}; there are: ${Object.keys(BENCHES).join(', ')}\n`,
  )
  process.exit(1)
}

const RESULTS = 'bench/results.json'
const names = Object.keys(BENCHES).filter((name) => wanted.length === 0 || wanted.includes(name))
const results: Record<string, Table[]> = {}
for (const name of names) results[name] = names.length > 1 ? alone(name) : await here(name)
writeFileSync(
  RESULTS,
  JSON.stringify({ at: new Date().toISOString(), node: process.version, results }, null, 2),
)

async function here(name: string): Promise<Table[]> {
  const tables = (await BENCHES[name]?.()) ?? []
  for (const table of tables) process.stdout.write(`\n${textOf(table)}\n`)
  return tables
}

/** In a process of its own: one pool is one database's, and a bench that fails takes no other along. */
function alone(name: string): Table[] {
  const [, script = ''] = process.argv
  const { status } = spawnSync(process.execPath, [...process.execArgv, script, name], { stdio: 'inherit' })
  if (status !== 0) {
    process.exitCode = 1
    return []
  }
  const told = JSON.parse(readFileSync(RESULTS, 'utf8')) as { results: Record<string, Table[]> }
  return told.results[name] ?? []
}
