import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { signIn } from '../fixtures/demo-house'
import { eventually, machine, orderOf } from '../fixtures/machine'

const shop = machine()
type Stop = { seq: number; bin: string; sku: string; quantity: number; state: string }
type Tour = { tourId: string; totes: { tote: string; orderNumber: string }[]; stops: Stop[] }
type Lists = { items: { orderNumber: string }[] }
type Mailbox = { items: { subject: string; orderNumber: string }[] }

async function placeInSpanish(): Promise<string> {
  const [sku = ''] = await shop.inStock(20)
  const body = orderOf(shop.site, sku, 2)
  const answer = await shop.place({ ...body, customer: { ...body.customer, language: 'es-ES' } })
  return ((await answer.json()) as { orderNumber: string }).orderNumber
}

/** Somebody walks tours until the order lies in a tote, and puts that into a parcel: its label. */
async function pickAndPack(orderNumber: string): Promise<string> {
  await eventually(
    () => shop.get<Lists>(`/api/pick-lists?site=${shop.site}&limit=200`),
    ({ items }) => items.some((list) => list.orderNumber === orderNumber),
  )
  for (;;) {
    const path = `/api/picks/next?site=${shop.site}&picker=${randomUUID()}`
    const { tourId, totes, stops } = await shop.get<Tour>(path)
    const at = new Date().toISOString()
    const body = stops.map(({ seq, bin, sku, quantity }) => {
      return { operationId: randomUUID(), seq, bin, sku, quantity, at }
    })
    await shop.send('POST', `/api/picks/${tourId}/confirmations`, { body })
    const mine = totes.filter((tote) => tote.orderNumber === orderNumber).map(({ tote }) => tote)
    if (mine.length === 0) continue
    const packed = await shop.send('POST', '/api/parcels', { body: { site: shop.site, totes: mine } })
    expect(packed.status).toBe(201)
    return ((await packed.json()) as { parcel: string }).parcel
  }
}

test('an order is sent elsewhere, followed to its carrier and paid back in part; each is mailed once, in the customer’s language', async ({
  page,
}) => {
  const orderNumber = await placeInSpanish()
  await signIn(page, 'support')
  await page.goto(`/orders/${orderNumber}`)
  await page.getByRole('button', { name: 'Change address' }).click()
  await page.getByLabel('Street and number').fill('7 River Road')
  await page.getByRole('button', { name: 'Change the address' }).click()
  await expect(page.getByText('7 River Road').first()).toBeVisible()

  const truth = page.getByRole('region', { name: 'What is true' })
  const parcel = await pickAndPack(orderNumber)
  await expect(truth.getByText(new RegExp(`Parcel ${parcel} is packed and waits for`))).toBeVisible()
  await expect(page.getByRole('button', { name: 'Change address' })).toBeHidden()
  const label = await (await shop.send('GET', `/api/parcels/${parcel}/label`)).text()
  expect(label).toContain('7 River Road')

  for (let twice = 0; twice < 2; twice++)
    expect((await shop.send('POST', `/api/parcels/${parcel}/hand-over`)).status).toBe(200)
  await expect(truth.getByText('of 2 units 2 with the carrier')).toBeVisible()
  await expect(truth.getByText(/ is charged/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Cancel order' })).toBeHidden()

  await page.getByRole('button', { name: 'Refund' }).click()
  await page.getByRole('radio', { name: 'An amount' }).click()
  await page.getByLabel('Amount in USD').fill('100000')
  await expect(page.getByText(/^An amount up to/)).toBeVisible()
  await page.getByLabel('Amount in USD').fill('0.50')
  await page.getByLabel('Why').fill('One was bruised')
  await page.getByRole('dialog').getByRole('button', { name: 'Refund', exact: true }).click()
  await expect(truth.getByText(/0\.50 USD was given back/)).toBeVisible()

  const mailed = await eventually(
    async () =>
      (await shop.get<Mailbox>('/api/demo/mailbox')).items
        .filter((mail) => mail.orderNumber === orderNumber)
        .map(({ subject }) => subject),
    (subjects) => subjects.length >= 3,
  )
  expect(mailed.sort()).toEqual([
    `Devolución de dinero del pedido ${orderNumber}`,
    `El pedido ${orderNumber} está en camino`,
    `El pedido ${orderNumber} está hecho`,
  ])
})
