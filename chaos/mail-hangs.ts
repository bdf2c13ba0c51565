import { countEffects, firstDueMs, ordersOf } from './count-effects'
import { healedAfter, hearAlert, noticing } from './hear-alerts'
import type { Ground } from './open-ground'
import type { Outcome } from './outcome'
import { pause } from './pause'
import { sendOrders } from './send-orders'

const KIND = 'confirmation-email'
const SLOW_SECONDS = 20

/** The mail server takes five seconds for every mail: nothing fails, everything waits. */
export async function mailHangs(ground: Ground, skus: string[]): Promise<Outcome> {
  await ground.setDueSeconds({ [KIND]: 10 })
  const slowAt = Date.now()
  await ground.setFaults({ email: 'slow' })
  const sending = sendOrders(ground, 5, skus)
  await pause(SLOW_SECONDS)
  await sending.stop()
  const overdueAt = firstDueMs(await ordersOf(ground, sending.numbers), KIND)
  const alert = await hearAlert(ground, slowAt, [KIND], 60)
  const backAt = Date.now()
  await ground.setFaults({ email: 'ok' })
  const { doneAt, ...counted } = await countEffects(ground, sending.numbers)
  const noticed = noticing(alert, overdueAt)
  return {
    killed: 'the mail server takes 5 s for a mail, under 5 orders/s',
    sent: sending.numbers.length,
    ...counted,
    noticed,
    doneSeconds: Math.max(0, (doneAt - backAt) / 1000),
    healedSeconds: await healedAfter(ground, alert, backAt),
    promises: [{ words: 'it says that the mail server is slow', kept: alert?.cause === 'dependency-silent' }],
    notes: [],
  }
}
