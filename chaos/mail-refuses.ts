import { ms } from '@/bench/tables'
import { countEffects, firstDueMs, ordersOf } from './count-effects'
import { healedAfter, hearAlert, noticing } from './hear-alerts'
import type { Ground } from './open-ground'
import type { Outcome } from './outcome'
import { pause } from './pause'
import { p50, type Sending, sendBurst, sendOrders } from './send-orders'

const USUAL_SECONDS = 15
const DOWN_SECONDS = 30
const KIND = 'confirmation-email'
const DUE_SECONDS = 10
const NOTICED_SECONDS = 15
/** Two medians of a few dozen orders each on a busy machine differ by so much without a reason. */
const SAME = 1.5

/** The mail server refuses every connection while five orders a second come in. */
export async function mailRefuses(ground: Ground, skus: string[]): Promise<Outcome> {
  await ground.setDueSeconds({ [KIND]: DUE_SECONDS })
  await sendBurst(ground, 60, 4, skus) // warm up, not counted
  const before = await usualOrders(ground, skus)
  const downAt = Date.now()
  await ground.setFaults({ email: 'down' })
  const during = sendOrders(ground, 5, skus)
  await pause(DOWN_SECONDS)
  const alert = await hearAlert(ground, downAt, [KIND], 30)
  await during.stop()
  const owed = await ordersOf(ground, during.numbers)
  const overdueAt = firstDueMs(owed, KIND)
  const backlog = owed.filter(({ steps }) => steps.some(({ state }) => state !== 'done')).length
  const backAt = Date.now()
  await ground.setFaults({ email: 'ok' })
  const numbers = [...before.numbers, ...during.numbers]
  const { doneAt, ...counted } = await countEffects(ground, numbers)
  const healedSeconds = await healedAfter(ground, alert, backAt)
  const noticed = noticing(alert, overdueAt)
  const doneSeconds = Math.max(0, (doneAt - backAt) / 1000)
  // Before and after, so that a machine that gets busier meanwhile is not taken for the fault.
  const after = await usualOrders(ground, skus)
  const usual = p50([...before.latenciesMs, ...after.latenciesMs])
  const withoutMail = p50(during.latenciesMs)
  return {
    killed: 'the mail server refuses connections, under 5 orders/s',
    sent: numbers.length,
    ...counted,
    noticed,
    doneSeconds,
    healedSeconds,
    promises: [
      {
        words: `an alert within ${NOTICED_SECONDS} s of the first overdue mail`,
        kept: noticed !== 'nobody' && noticed.seconds <= NOTICED_SECONDS,
      },
      {
        words: 'it names cause and orders',
        kept: alert?.cause === 'dependency-refusing' && alert.ordersAffected > 0,
      },
      { words: 'it resolves by itself', kept: healedSeconds !== null },
      {
        words: `orders at the same p50: ${ms(usual)} ms before and after, ${ms(withoutMail)} ms during`,
        kept: withoutMail <= usual * SAME,
      },
    ],
    notes: [
      `${backlog} mails of backlog drained at ${(backlog / Math.max(doneSeconds, 0.1)).toFixed(0)} a second`,
    ],
  }
}

async function usualOrders(ground: Ground, skus: string[]): Promise<Sending> {
  const usual = sendOrders(ground, 5, skus)
  await pause(USUAL_SECONDS)
  await usual.stop()
  return usual
}
