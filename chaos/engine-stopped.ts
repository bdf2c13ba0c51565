import { countEffects } from './count-effects'
import { healedAfter, hearAlert, noticing } from './hear-alerts'
import type { Ground } from './open-ground'
import type { Outcome } from './outcome'
import { pause } from './pause'
import { sendOrders } from './send-orders'

const STOPPED_SECONDS = 25
const NOTICED_SECONDS = 20

/** The engine is stopped and stays away, so that nobody who could speak for the deferred work is left. */
export async function engineStopped(ground: Ground, skus: string[]): Promise<Outcome> {
  await ground.setDueSeconds({})
  const stoppedAt = Date.now()
  const sending = sendOrders(ground, 5, skus)
  await ground.setFaults({ engine: 'stopped' })
  await pause(STOPPED_SECONDS)
  const alert = await hearAlert(ground, stoppedAt, ['night-shift'], 20)
  await sending.stop()
  const startedAt = Date.now()
  await ground.setFaults({ engine: 'running' })
  const { doneAt, ...counted } = await countEffects(ground, sending.numbers)
  const noticed = noticing(alert, stoppedAt)
  const healedSeconds = await healedAfter(ground, alert, startedAt)
  return {
    killed: 'the engine is stopped, under 5 orders/s',
    sent: sending.numbers.length,
    ...counted,
    noticed,
    doneSeconds: (doneAt - startedAt) / 1000,
    healedSeconds,
    promises: [
      {
        words: `an alert within ${NOTICED_SECONDS} s of the stop`,
        kept: noticed !== 'nobody' && noticed.seconds <= NOTICED_SECONDS,
      },
      { words: 'it names the engine', kept: alert?.cause === 'engine-gone' },
      { words: 'it resolves by itself', kept: healedSeconds !== null },
    ],
    notes: [],
  }
}
