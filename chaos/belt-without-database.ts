import { eventually } from '@/e2e/fixtures/machine'
import type { Conveyor } from '@/lib/conveyor/schema'
import { openClient } from '@/simulate/client/open-client'
import { hearAlert, noticing } from './hear-alerts'
import type { Ground } from './open-ground'
import type { Outcome } from './outcome'
import { pause } from './pause'
import { auditRide, lanesOf, rideBelts } from './ride-belts'

const RUN = 1
const AFTER_SECONDS = 20
const AWAY_SECONDS = 20
/** A belt that moves always has some on their way to the database. */
const FEW = 20

/**
 * A minute of boxes at 450 a minute and line, while Postgres is killed and kept away for twenty seconds in the middle:
 * every box is answered in time and sent where the same boxes were sent a minute before, and every decision is kept once.
 */
export async function beltWithoutDatabase(ground: Ground): Promise<Outcome> {
  const { key, url } = ground
  const { site } = ground.shop
  const riding = { urls: [url], key, site, minutes: 1, run: RUN }
  const undisturbed = await rideBelts(riding)
  let downAt = 0
  let backAt = 0
  let doneAt = 0
  const disturbed = await rideBelts({
    ...riding,
    async meanwhile() {
      await pause(AFTER_SECONDS)
      downAt = Date.now()
      await keepDatabaseAway(ground, AWAY_SECONDS)
      await eventually(() => isReady(ground), Boolean, 120)
      backAt = Date.now()
      await eventually(
        () => unrecorded(ground),
        (decisions) => decisions < FEW,
        120,
      )
      doneAt = Date.now()
    },
  })
  const audit = await auditRide(openClient({ url, key }), site, disturbed)
  const [before, after] = [lanesOf(undisturbed), lanesOf(disturbed)]
  const elsewhere = [...after].filter(([box, lanes]) => before.get(box) !== lanes)
  const { count, answerMs } = disturbed
  const alert = await hearAlert(ground, downAt, ['database'], 30)
  return {
    killed: `Postgres, kill -9, and kept away for ${((backAt - downAt) / 1000).toFixed(1)} s, under ${count.boxes} boxes`,
    sent: count.scans,
    lost: audit.missing + audit.unrecorded,
    doubled: audit.doubled,
    noticed: noticing(alert, downAt),
    doneSeconds: Math.max(0, (doneAt - backAt) / 1000),
    healedSeconds: alert?.resolvedAt ? (Date.parse(alert.resolvedAt) - backAt) / 1000 : null,
    promises: [
      {
        words: `every box answered in time; late ${count.late.unforced}, unanswered ${count.unanswered}, longest ${Math.max(...answerMs).toFixed(0)} ms`,
        kept: count.late.unforced + count.unanswered === 0,
      },
      {
        words: `the same lanes as undisturbed; other: ${elsewhere.length}${elsewhere[0] ? `, such as ${elsewhere[0].join(':')} before:${before.get(elsewhere[0][0])}` : ''}`,
        kept: elsewhere.length === 0,
      },
      {
        words: `kept as they were said and told; otherwise: ${audit.different + audit.outcomesDifferent}`,
        kept: audit.different + audit.outcomesDifferent + disturbed.unheard === 0,
      },
    ],
    notes: [
      `${count.endings.diverted} of ${count.boxes} boxes diverted, undisturbed ${undisturbed.count.endings.diverted}; ` +
        `longest answer undisturbed ${Math.max(...undisturbed.answerMs).toFixed(0)} ms`,
    ],
  }
}

/** The house starts it again within a second, and it is killed again. */
async function keepDatabaseAway(ground: Ground, seconds: number): Promise<void> {
  const endMs = performance.now() + seconds * 1_000
  while (performance.now() < endMs) {
    try {
      ground.killDatabase()
    } catch {
      // Its file is not there yet.
    }
    await pause(0.1)
  }
}

const isReady = async ({ shop }: Ground): Promise<boolean> =>
  (await shop.send('GET', '/api/health/ready').catch(() => undefined))?.status === 200

const unrecorded = async ({ shop }: Ground): Promise<number> =>
  (await shop.get<Conveyor>(`/api/conveyor?site=${shop.site}`)).unrecorded
