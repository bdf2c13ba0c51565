import { openClient } from '../client/open-client'
import type { BeltRun, Settings } from '../settings'
import { showProgress } from '../show-progress'
import { auditDecisions } from './audit-decisions'
import { openBelt } from './belt'
import { beltText } from './belt-text'
import { bringBoxes } from './bring-boxes'
import { compareFigures } from './compare-figures'
import { countBelt } from './count-belt'
import { USUAL_FAULTS } from './faults'
import { openHttpLine, openSocketLine } from './open-line'
import { readSorters } from './read-sorters'
import { runBelt, untilAllLeft } from './run-belt'

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
  const client = openClient({ url, key })
  const sorters = await readSorters(client, site)
  const from = new Date(Date.now() - BEFORE_MS)
  const belt = openBelt({
    ...{ sorters, seed, faults: USUAL_FAULTS, lanesFill: true },
    firstSeq: Date.now() * 1_000,
  })
  const lastAtMs = await bringBoxes(client, site, belt, { sorters, seed, ...run })
  const line = run.isHttp ? openHttpLine(url, key) : await openSocketLine(url, key)
  process.stdout.write(
    `${belt.rides().length} boxes on ${sorters.map(({ id }) => id).join(', ')} at ${url}, over ${run.minutes / run.speed} min\n`,
  )
  const running = runBelt(belt, { site, lines: [line], speed: run.speed })
  const progress = showProgress()
  await untilAllLeft(belt, running, lastAtMs + PATIENCE_MS, progress.say)
  progress.end()
  await running.stop()
  line.close()
  const count = countBelt(belt)
  const to = new Date()
  const audit = await auditDecisions(client, site, belt.asks(), from)
  const span = { from, to, foundMissing: audit.foundMissing }
  const figures = audit.others === 0 ? await compareFigures(client, site, count, span) : []
  const { text, agrees } = beltText(count, running, audit, figures)
  process.stdout.write(`${text}\n`)
  process.exitCode = agrees ? 0 : 1
}
