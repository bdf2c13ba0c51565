import type { Sorter } from '@/lib/conveyor/topology-schema'
import { type CallApi, openApi } from '../call-api'
import { seededRandom } from '../random'
import type { BeltRun, Settings } from '../settings'
import { showProgress } from '../show-progress'
import { announceBoxes } from './announce-boxes'
import { auditDecisions } from './audit-decisions'
import { type Belt, openBelt } from './belt'
import { beltText } from './belt-text'
import { compareFigures } from './compare-figures'
import { countBelt } from './count-belt'
import { USUAL_FAULTS } from './faults'
import { makeBoxes } from './make-boxes'
import { openHttpLine, openSocketLine } from './open-line'
import { readSorters } from './read-sorters'
import { type Running, runBelt } from './run-belt'

const LOOK_MS = 250
/** By the belt's clock, after the last box came: who then still goes around, goes around. */
const PATIENCE_MS = 300_000
/** The house's clock may be a little behind ours. */
const BEFORE_MS = 1_000

/**
 * Boxes on every sorter of the site, as physics with the usual faults, told and asked through the public API. Ends with
 * a balance of the boxes, beside what the house has written down; exit code 1 where the two differ.
 */
export async function emulateConveyor(settings: Settings, run: BeltRun): Promise<void> {
  const { url, key, site, seed } = settings
  const callApi = openApi(url, key)
  const sorters = await readSorters(callApi, site)
  const from = new Date(Date.now() - BEFORE_MS)
  const belt = openBelt({
    ...{ sorters, seed, faults: USUAL_FAULTS, lanesFill: true },
    firstSeq: Date.now() * 1_000,
  })
  const lastAtMs = await bringBoxes(callApi, site, belt, { sorters, seed, ...run })
  const line = run.isHttp ? openHttpLine(url, key) : await openSocketLine(url, key)
  process.stdout.write(
    `${belt.rides().length} boxes on ${sorters.map(({ id }) => id).join(', ')} at ${url}, over ${run.minutes / run.speed} min\n`,
  )
  const running = runBelt(belt, { site, lines: [line], speed: run.speed })
  await untilAllLeft(belt, running, lastAtMs + PATIENCE_MS)
  await running.stop()
  line.close()
  const count = countBelt(belt)
  const to = new Date()
  const audit = await auditDecisions(callApi, site, belt.asks(), from)
  const span = { from, to, foundMissing: audit.foundMissing }
  const figures = audit.others === 0 ? await compareFigures(callApi, site, count, span) : []
  const { text, agrees } = beltText(count, running, audit, figures)
  process.stdout.write(`${text}\n`)
  process.exitCode = agrees ? 0 : 1
}

type Bringing = { sorters: Sorter[]; seed: number; boxesPerMinute: number; minutes: number; run?: number }

/**
 * Announces the boxes of a run and lets them come to the inducts, at a steady rate.
 * @param run makes the labels; left out, they are of this minute only
 * @returns when the last one comes, by the belt's clock
 */
export async function bringBoxes(
  callApi: CallApi,
  site: string,
  belt: Belt,
  { sorters, seed, boxesPerMinute, minutes, run = Math.floor(Date.now() / 1_000) }: Bringing,
): Promise<number> {
  const count = Math.round(boxesPerMinute * minutes)
  const random = seededRandom(seed)
  for (const [at, sorter] of sorters.entries()) {
    const boxes = makeBoxes(sorter, count, { random, run, from: at * count })
    await announceBoxes(callApi, site, boxes)
    for (const [number, box] of boxes.entries())
      belt.induct(sorter.id, box, (number * 60_000) / boxesPerMinute)
  }
  return (count * 60_000) / boxesPerMinute
}

/** Waits until every box has left and every scan is answered, but not longer than to a time of the belt's clock. */
export async function untilAllLeft(belt: Belt, running: Running, untilMs: number): Promise<void> {
  const progress = showProgress()
  for (;;) {
    const left = belt.rides().filter(({ ending }) => ending).length
    const unanswered = belt.asks().filter(({ answer }) => !answer).length
    if ((left === belt.rides().length && unanswered === 0) || running.nowMs() > untilMs) break
    progress.say(
      `${left} of ${belt.rides().length} boxes have left, ${running.answerMs.length} scans answered`,
    )
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
  }
  progress.end()
}
