import { demo, keyOf } from '@/e2e/fixtures/demo-house'
import { eventually } from '@/e2e/fixtures/machine'
import { openClient } from '@/simulate/client/open-client'
import type { Belt } from '@/simulate/conveyor/belt'
import { openSocketLine } from '@/simulate/conveyor/open-line'
import type { Ask } from '@/simulate/conveyor/ride'
import { openPair, type Pair } from './open-pair'
import type { Outcome } from './outcome'
import { pause } from './pause'
import { auditRide, rideBelts } from './ride-belts'

const RUN = 2
const AFTER_SECONDS = 20
/** Scans of so many seconds before the death are said again to who is left. */
const SAID_AGAIN_MS = 10_000
const TIMEOUT_MS = 5_000

/**
 * Two web processes on one Postgres, scanners connected to both; the one that answers for the sorters is killed under 450
 * boxes a minute and line. Nobody gets a second, other answer, and every decision is kept once.
 */
export async function sorterOwnerKilled(): Promise<Outcome> {
  const pair = await openPair()
  try {
    const { site } = demo(pair.dataFolder)
    const key = keyOf('all', demo(pair.dataFolder))
    let killedAt = 0
    const rode = await rideBelts({
      ...{ urls: pair.houses.map(({ url }) => url), key, site, minutes: 1, run: RUN },
      async meanwhile() {
        await pause(AFTER_SECONDS)
        killedAt = Date.now()
        await killOwner(pair)
      },
    })
    const left = await heirOf(pair)
    const again = await sayAgain(left, key, site, rode.belt, killedAt - rode.startedAt)
    const audit = await auditRide(openClient({ url: left, key }), site, rode)
    const { count, answerMs } = rode
    const longestMs = Math.max(...answerMs)
    const gapMs = longestGap(rode.belt, killedAt - rode.startedAt)
    return {
      killed: `the web process that answered for the sorters, kill -9, of two, under ${count.boxes} boxes`,
      sent: count.scans,
      lost: audit.missing + audit.unrecorded + count.unanswered,
      doubled: audit.doubled,
      noticed: null,
      doneSeconds: gapMs / 1_000,
      healedSeconds: null,
      promises: [
        {
          words: `no contradicting answers; of ${again.said} scans said again ${again.contradicted}, of the ride ${count.contradicted}`,
          kept: again.contradicted + count.contradicted === 0 && again.said > 0,
        },
        {
          words: `kept as they were said and told; otherwise: ${audit.different + audit.outcomesDifferent}`,
          kept: audit.different + audit.outcomesDifferent + rode.unheard === 0,
        },
        { words: `no box in a wrong lane: ${count.wrongLanes}`, kept: count.wrongLanes === 0 },
      ],
      notes: [
        `longest gap in answers ${gapMs.toFixed(0)} ms, longest wait for one ${longestMs.toFixed(0)} ms; ${count.late.unforced} answers after their deadline, ${count.because['no-owner'] ?? 0} by nobody's owner`,
        `${count.endings.diverted} of ${count.boxes} boxes diverted, ${count.endings['ran-out']} ran out, ${count.endings.rejected} rejected, ${count.laps} times around`,
      ],
    }
  } finally {
    await pair.close()
  }
}

/** Ms without any answer, around the death. */
function longestGap(belt: Belt, killedMs: number): number {
  const answeredMs = belt
    .asks()
    .map(({ answeredAtMs }) => answeredAtMs)
    .filter((ms) => Math.abs(ms - killedMs) < SAID_AGAIN_MS)
    .sort((a, b) => a - b)
  return Math.max(...answeredMs.slice(1).map((ms, at) => ms - (answeredMs[at] ?? 0)))
}

/** The same numbers once more: the answers must be those that were given. */
async function sayAgain(url: string, key: string, site: string, belt: Belt, killedMs: number) {
  const isNear = ({ scannedAtMs, answer }: Ask) =>
    answer !== null && Math.abs(scannedAtMs - killedMs) < SAID_AGAIN_MS
  const asks = belt.asks().filter(isNear)
  const line = await openSocketLine(url, key)
  let contradicted = 0
  for (const { scanner, seq, barcode, answer } of asks) {
    const at = new Date().toISOString()
    const decision = await line.scan({ site, scanner, seq, barcode, at }, TIMEOUT_MS)
    if (decision.decisionId !== answer?.decisionId || decision.lane !== answer.lane) contradicted++
  }
  line.close()
  return { said: asks.length, contradicted }
}

const portOf = (url: string) => new URL(url).port

async function killOwner(pair: Pair): Promise<void> {
  const url = await pair.ownerUrl()
  const owner = pair.houses.find((house) => portOf(house.url) === portOf(url))
  if (!owner) throw new Error(`nobody here is ${url}`)
  await owner.stop('SIGKILL')
}

/** Who answers for the sorters once somebody does again. */
async function heirOf(pair: Pair): Promise<string> {
  const isUp = (url: string) => pair.houses.some((house) => house.isUp() && portOf(house.url) === portOf(url))
  return eventually(() => pair.ownerUrl().catch(() => ''), isUp, 30)
}
