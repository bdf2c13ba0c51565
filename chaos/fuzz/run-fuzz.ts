import { parseArgs } from 'node:util'
import type { OpenApiDocument } from '@/app/api/openapi.json/document-types'
import { textOf } from '@/bench/tables'
import { type Ground, openGround } from '../open-ground'
import { fillMarkedSites } from './fill-marked-sites'
import { type DoorRun, fuzzDoors } from './fuzz-doors'
import { fuzzPackets } from './fuzz-packets'
import { fuzzSockets } from './fuzz-sockets'
import { knownWords } from './known-words'
import { openMarkedHouse } from './open-marked-house'
import { rawSender } from './send-raw'

const SKUS = 12
const SHOWN_BODY = 300

const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    together: { type: 'string', default: '1' },
  },
})
const inputs = Number(values.inputs)
const seed = Number(values.seed)
const together = Number(values.together)
const say = (line: string): void => void process.stdout.write(`${line}\n`)

/**
 * `npm run fuzz [-- --inputs 2000] [--seed 1] [--together 3]`: sends every door of the served OpenAPI document, and every
 * message of a socket, so many inputs from callers of every kind, in a house of its own with two sites; `together` says what
 * may change something so often at the same moment. Fails when one answer is a 5xx, late, told otherwise than documented, or
 * about another site.
 */
async function fuzz(ground: Ground): Promise<DoorRun[]> {
  const skus = (await ground.shop.inStock(100)).slice(0, SKUS)
  const { sites, callers } = await openMarkedHouse(ground)
  const send = rawSender(ground.url)
  const document = JSON.parse(
    (await send('GET', { path: '/api/openapi.json', headers: {} })).text,
  ) as OpenApiDocument
  const known = knownWords()
  await fillMarkedSites(sites, { document, send, known, skus, seed })
  const startedMs = performance.now()
  const runs: DoorRun[] = []
  for await (const run of fuzzDoors({ document, send, callers, known, inputs, seed, together })) {
    runs.push(run)
    tell(run)
  }
  const sockets = await fuzzSockets({ url: ground.url, callers, sites, inputs, seed })
  for (const run of [...sockets, await fuzzPackets({ send, callers, inputs, seed })]) {
    runs.push(run)
    tell(run)
  }
  say(`asked for ${((performance.now() - startedMs) / 1_000).toFixed(0)} s`)
  return runs
}

/** Each thing that is wrong with a door once, with one input that shows it. */
function tell({ door, findings }: DoorRun): void {
  const kinds = new Map(findings.map((finding) => [finding.wrong.slice(0, 60), finding]))
  for (const { caller, input, wrong } of kinds.values())
    say(
      `${door} as ${caller}: ${wrong}\n  ${input.path.slice(0, SHOWN_BODY)} ${JSON.stringify(input.headers)} ${input.body?.slice(0, SHOWN_BODY) ?? ''}`,
    )
}

say('Opening a house of two sites; this takes a minute.')
const ground = await openGround()
try {
  const runs = await fuzz(ground)
  const rows = runs.map(({ door, sent, statuses, findings }) => [
    door,
    sent,
    Object.entries(statuses)
      .map(([status, times]) => `${status}: ${times}`)
      .join(', '),
    findings.length,
  ])
  say(`\n${textOf({ title: 'Fuzz', columns: ['door', 'inputs', 'answers', 'findings'], rows })}`)
  const count = (pick: (run: DoorRun) => number) => runs.reduce((sum, run) => sum + pick(run), 0)
  say(`${count(({ sent }) => sent)} inputs, ${count(({ findings }) => findings.length)} findings`)
  process.exitCode = count(({ findings }) => findings.length) > 0 ? 1 : 0
} finally {
  await ground.close()
}
process.exit()
