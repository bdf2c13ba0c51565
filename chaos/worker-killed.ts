import { eventually } from '@/e2e/fixtures/machine'
import { countEffects, ordersOf } from './count-effects'
import { findProcess } from './find-process'
import { healedAfter, hearAlert, noticing } from './hear-alerts'
import type { Ground } from './open-ground'
import type { Outcome } from './outcome'
import { sendBurst } from './send-orders'

const ORDERS = 30

/** The night shift is killed with steps in its hands; its parent starts it again. */
export async function workerKilled(ground: Ground, skus: string[]): Promise<Outcome> {
  await ground.setDueSeconds({ 'confirmation-email': 20 })
  // Mails that take five seconds, so that some are under way for certain.
  await ground.setFaults({ email: 'slow' })
  const { numbers } = await sendBurst(ground, ORDERS, 8, skus)
  const stepsUnderWay = async () =>
    (await ordersOf(ground, numbers)).flatMap(({ steps }) => steps).filter(({ state }) => state === 'running')
      .length
  const underWay = await eventually(stepsUnderWay, (steps) => steps >= 4, 30)
  const pid = findProcess('night-shift', ground.dataFolder)
  if (!pid) throw new Error('the night shift does not run')
  const killedAt = Date.now()
  process.kill(pid, 'SIGKILL')
  await ground.setFaults({ email: 'ok' })
  const alert = await hearAlert(ground, killedAt, ['night-shift', 'confirmation-email'], 40)
  const { doneAt, ...counted } = await countEffects(ground, numbers)
  return {
    killed: `the night shift, kill -9, with ${underWay} steps under way`,
    sent: numbers.length,
    ...counted,
    noticed: noticing(alert, killedAt),
    doneSeconds: (doneAt - killedAt) / 1000,
    healedSeconds: await healedAfter(ground, alert, killedAt),
    promises: [],
    notes: ['what it held comes back when its leases of 30 s end; a new process was there at once'],
  }
}
