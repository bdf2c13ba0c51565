import { countEffects, ordersOf } from './count-effects'
import { alertsSince } from './hear-alerts'
import type { Ground } from './open-ground'
import type { Outcome } from './outcome'
import { pause } from './pause'
import { sendOrders } from './send-orders'

const USUAL_PER_SECOND = 2
const TIMES = 10

/** Ten times the usual orders for a while: everything gets done in its time, and nobody is alarmed. */
export async function burst(ground: Ground, skus: string[]): Promise<Outcome> {
  await ground.setDueSeconds({})
  const beganAt = Date.now()
  const usual = sendOrders(ground, USUAL_PER_SECOND, skus)
  await pause(10)
  const more = sendOrders(ground, USUAL_PER_SECOND * (TIMES - 1), skus)
  await pause(20)
  await more.stop()
  const burstEndedAt = Date.now()
  await usual.stop()
  const numbers = [...usual.numbers, ...more.numbers]
  const { doneAt, ...counted } = await countEffects(ground, numbers)
  await pause(10)
  const alerts = await alertsSince(ground, beganAt)
  const steps = (await ordersOf(ground, numbers)).flatMap((order) => order.steps)
  const late = steps.filter(
    ({ dueAt, finishedAt }) => dueAt !== null && Date.parse(finishedAt ?? '') > Date.parse(dueAt),
  )
  return {
    killed: `nothing: ${USUAL_PER_SECOND} orders/s become ${USUAL_PER_SECOND * TIMES} for 20 s`,
    sent: numbers.length,
    ...counted,
    noticed: null,
    doneSeconds: Math.max(0, (doneAt - burstEndedAt) / 1000),
    healedSeconds: null,
    promises: [
      {
        words: `no alert${alerts.map(({ message }) => `; but: ${message}`).join('')}`,
        kept: alerts.length === 0,
      },
    ],
    notes: [`${late.length} steps later than due`],
  }
}
