import { expect, test } from '@playwright/test'
import type { Alert } from '@/lib/queue-health/schema'
import { signIn } from '../fixtures/demo-house'
import { allDone, eventually, machine, orderOf } from '../fixtures/machine'

const shop = machine()
const ORDERS = 4
const setFaults = (faults: object) => shop.send('PUT', '/api/demo/faults', { body: faults })

test.afterEach(() => setFaults({ email: 'ok' }))

test('a mail server that refuses is seen with cause and orders, acknowledged, and over by itself', async ({
  page,
}) => {
  test.setTimeout(120_000)
  await signIn(page, 'manager')
  await setFaults({ email: 'down' })
  const [sku = ''] = await shop.inStock(20)
  const numbers: string[] = []
  for (let n = 0; n < ORDERS; n++) {
    const answer = await shop.place(orderOf(shop.site, sku))
    numbers.push(((await answer.json()) as { orderNumber: string }).orderNumber)
  }
  const mailAlert = async () =>
    (await shop.get<{ items: Alert[] }>('/api/alerts?state=unresolved')).items.find(
      ({ queue }) => queue === 'confirmation-email',
    )
  // Three orders that fail for 15 s are told of, though no mail is overdue yet.
  const alert = await eventually(mailAlert, (found) => found !== undefined, 45)
  expect(alert).toMatchObject({ state: 'open', cause: 'dependency-refusing' })
  expect(alert?.ordersAffected).toBeGreaterThanOrEqual(3)

  await page.goto('/queues')
  await expect(page.getByRole('heading', { name: 'Queues', level: 1 })).toBeVisible()
  await expect(page.getByText(/the mail server refuses/).first()).toBeVisible()
  await page.goto('/alerts')
  await expect(page.getByRole('heading', { name: 'Alerts', level: 1 })).toBeVisible()
  await page.getByRole('button', { name: 'Acknowledge' }).first().click()
  const noted = await eventually(mailAlert, (found) => found?.state === 'acknowledged')
  expect(noted?.acknowledgedBy).toBeTruthy()

  await setFaults({ email: 'ok' })
  for (const number of numbers) await eventually(() => shop.order(number), allDone, 40)
  await eventually(mailAlert, (found) => found === undefined, 40)
  const { items } = await shop.get<{ items: { orderNumber: string }[] }>('/api/demo/mailbox')
  const mails = items.filter(({ orderNumber }) => numbers.includes(orderNumber))
  expect(mails.map(({ orderNumber }) => orderNumber).sort()).toEqual(numbers.sort())
})
