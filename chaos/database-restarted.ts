import { eventually } from '@/e2e/fixtures/machine'
import { countEffects } from './count-effects'
import { hearAlert, noticing } from './hear-alerts'
import type { Ground } from './open-ground'
import type { Outcome } from './outcome'
import { pause } from './pause'
import { sendOrders } from './send-orders'

/** The database is stopped and comes back by itself after ten seconds; orders are sent again until they are placed. */
export async function databaseRestarted(ground: Ground, skus: string[]): Promise<Outcome> {
  await ground.setDueSeconds({})
  const sending = sendOrders(ground, 5, skus)
  await pause(5)
  const downAt = Date.now()
  // The answer's own audit entry may find no database any more.
  await ground.setFaults({ database: 'down' }).catch(() => {})
  const isReady = async () =>
    (await ground.shop.send('GET', '/api/health/ready').catch(() => undefined))?.status === 200
  const unready = await eventually(isReady, (ready) => !ready, 10).then(
    () => Date.now(),
    () => undefined,
  )
  await eventually(isReady, (ready) => ready, 60)
  const backAt = Date.now()
  await pause(5)
  await sending.stop()
  const { doneAt, ...counted } = await countEffects(ground, sending.numbers)
  // There is nowhere to keep an alert while it lasts: it is written down as over when the database is back.
  const alert = await hearAlert(ground, downAt, ['database'], 30)
  return {
    killed: `the database, away for ${((backAt - downAt) / 1000).toFixed(1)} s, under 5 orders/s`,
    sent: sending.numbers.length,
    ...counted,
    noticed: noticing(alert, downAt),
    doneSeconds: Math.max(0, (doneAt - backAt) / 1000),
    healedSeconds: alert?.resolvedAt ? (Date.parse(alert.resolvedAt) - backAt) / 1000 : null,
    promises: [
      {
        words: `GET /api/health/ready answers 503 meanwhile${unready ? `, after ${((unready - downAt) / 1000).toFixed(1)} s` : ''}`,
        kept: unready !== undefined,
      },
    ],
    notes: [`${sending.repeated} attempts were repeated with the same key`],
  }
}
