import { type Client, openClient } from '@/simulate/client/open-client'
import { type Audit, auditDecisions } from '@/simulate/conveyor/audit-decisions'
import { type Belt, openBelt } from '@/simulate/conveyor/belt'
import { bringBoxes } from '@/simulate/conveyor/bring-boxes'
import { type BeltCount, countBelt } from '@/simulate/conveyor/count-belt'
import { NO_FAULTS } from '@/simulate/conveyor/faults'
import { openSocketLine } from '@/simulate/conveyor/open-line'
import { readSorters } from '@/simulate/conveyor/read-sorters'
import { runBelt, untilAllLeft } from '@/simulate/conveyor/run-belt'

const BOXES_PER_MINUTE = 450
const PATIENCE_MS = 120_000

type Riding = {
  /** Processes of one house; scanners use them by turns. */
  urls: string[]
  key: string
  site: string
  minutes: number
  /** The same number brings the same boxes. */
  run: number
  /** What is broken while they ride. */
  meanwhile?: (belt: Belt) => Promise<void>
}

export type Rode = {
  belt: Belt
  count: BeltCount
  from: Date
  /** When the belt's clock began, ms since 1970. */
  startedAt: number
  /** Ms from the first sending of each scan to its first answer. */
  answerMs: number[]
  unheard: number
}

/** Boxes on every belt of a site at 450 a minute and line, none of them at fault, from the first to the last confirmation. */
export async function rideBelts({ urls, key, site, minutes, run, meanwhile }: Riding): Promise<Rode> {
  const client = openClient({ url: urls[0] ?? '', key })
  const drawn = await readSorters(client, site)
  // Of a lane that takes only so many a minute, the moment decides.
  const sorters = drawn.map((sorter) => ({
    ...sorter,
    lanes: sorter.lanes.map((lane) => (lane.mostPerMinute === undefined ? lane : { ...lane, serves: [] })),
  }))
  const from = new Date(Date.now() - 1_000)
  const belt = openBelt({
    ...{ sorters, seed: 1, faults: NO_FAULTS, lanesFill: false },
    firstSeq: Date.now() * 1_000,
  })
  const boxes = { sorters, seed: 1, boxesPerMinute: BOXES_PER_MINUTE, minutes, run }
  const lastAtMs = await bringBoxes(client, site, belt, boxes)
  const lines = await Promise.all(urls.map((url) => openSocketLine(url, key)))
  const startedAt = Date.now()
  const running = runBelt(belt, { site, lines, speed: 1 })
  await Promise.all([untilAllLeft(belt, running, lastAtMs + PATIENCE_MS, () => {}), meanwhile?.(belt)])
  await running.stop()
  for (const line of lines) line.close()
  return {
    belt,
    from,
    startedAt,
    count: countBelt(belt),
    answerMs: running.answerMs,
    unheard: running.unheard,
  }
}

/** Every decision of a ride as the house has kept it, once all are. */
export const auditRide = (client: Client, site: string, { belt, from }: Rode): Promise<Audit> =>
  auditDecisions(client, site, belt.asks(), from)

/** Where each box was sent at each scan, in the order of its scans. */
export function lanesOf({ belt }: Rode): Map<string, string> {
  const lanes = new Map<string, string>()
  for (const { ride, scanner, answer } of belt.asks()) {
    const said = `${scanner} ${answer?.action} ${answer?.lane ?? ''}`
    lanes.set(ride.box.barcode, `${lanes.get(ride.box.barcode) ?? ''} ${said}`)
  }
  return lanes
}
