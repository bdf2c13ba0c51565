import { eventually, orderOf } from '@/e2e/fixtures/machine'
import type { DeadLetter } from '@/lib/queue-health/schema'
import { countEffects, ordersOf } from './count-effects'
import { healedAfter, hearAlert, noticing } from './hear-alerts'
import type { Ground } from './open-ground'
import type { Outcome } from './outcome'
import { sendBurst } from './send-orders'

const ORDERS = 999
/** Valid where it is given, and longer by one than a mail server takes: refused for ever. */
const REFUSED = `${'a'.repeat(242)}@example.com`
const BROKEN = 'orders/order.placed:broken'

/** Among a thousand orders one whose mail is refused for ever, and beside them an event that says nothing right. */
export async function poisonEvent(ground: Ground, skus: string[]): Promise<Outcome> {
  const { shop } = ground
  await ground.setDueSeconds({})
  const beganAt = Date.now()
  const sending = sendBurst(ground, ORDERS, 16, skus)
  const poisoned = await shop.place(orderOf(shop.site, skus[0] ?? '', 1, 'tok_ok', REFUSED))
  const { orderNumber } = (await poisoned.json()) as { orderNumber: string }
  await ground.sayEvent(BROKEN, 'orders/order.placed', { orderNumber: 4711, site: null })
  const { numbers } = await sending
  const others = await countEffects(ground, numbers, 300)
  const letters = await eventually(
    () => deadLetters(ground),
    (found) => found.length >= 2,
    30,
  ).catch(() => deadLetters(ground))
  const ofOrder = letters.find((letter) => letter.kind === 'step' && letter.subject === orderNumber)
  const ofEvent = letters.find((letter) => letter.kind === 'event' && letter.subject === BROKEN)
  const alert = await hearAlert(ground, beganAt, ['confirmation-email'], 10)
  const replayedAt = Date.now()
  const [good = ''] = numbers
  const answers = [
    await replay(ground, ofOrder, {
      orderNumber,
      site: shop.site,
      kind: 'confirmation-email',
      to: 'put.right@example.com',
    }),
    // Said again for an order whose steps are done: nothing may happen twice.
    await replay(ground, ofEvent, {
      name: 'orders/order.placed',
      data: { orderNumber: good, site: shop.site },
    }),
  ]
  const healed = await countEffects(ground, [orderNumber, ...numbers], 60)
  const left = await eventually(
    () => deadLetters(ground),
    (found) => found.length === 0,
    40,
  ).catch(() => deadLetters(ground))
  return {
    killed: 'one order of 1,000 with an address that the mail server refuses for ever, and one broken event',
    sent: ORDERS + 1,
    lost: healed.lost + left.length,
    doubled: healed.doubled,
    noticed: noticing(alert, Date.parse(ofOrder?.createdAt ?? '') || beganAt),
    doneSeconds: (others.doneAt - beganAt) / 1000,
    healedSeconds: await healedAfter(ground, alert, replayedAt),
    promises: [
      { words: `${ORDERS} done, whatever the poison`, kept: others.lost === 0 },
      { words: `the order is a dead letter: ${ofOrder?.error}`, kept: ofOrder !== undefined },
      { words: `so is the event: ${ofEvent?.error.split('\n').join(' ')}`, kept: ofEvent !== undefined },
      { words: `put right and replayed (${answers.join(', ')}), both are healed`, kept: left.length === 0 },
    ],
    notes: [(await ordersOf(ground, [orderNumber]))[0]?.steps.map(({ state }) => state).join(' ') ?? ''],
  }
}

async function deadLetters({ shop }: Ground): Promise<DeadLetter[]> {
  const { items } = await shop.get<{ items: DeadLetter[] }>('/api/dead-letters?limit=200')
  return items.filter(({ state }) => state === 'dead' || state === 'replaying')
}

async function replay(
  { shop }: Ground,
  letter: DeadLetter | undefined,
  payload: object,
): Promise<number | string> {
  if (!letter) return 'no letter'
  return (await shop.send('POST', `/api/dead-letters/${letter.id}/replay`, { body: { payload } })).status
}
