import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { Webhook } from 'standardwebhooks'
import { eventAddress } from '@/lib/inventory/rules/event-address'
import { openReceiver, type Received } from '@/lib/testing/open-receiver'
import { signIn } from '../fixtures/demo-house'
import { eventually, machine, orderOf } from '../fixtures/machine'

const shop = machine()
const ordersOf = (received: Received[]) =>
  received.map(({ headers, body }) => ({
    id: headers['webhook-id'],
    order: JSON.parse(body).data?.orderNumber,
  }))

async function place(): Promise<string> {
  const [sku = ''] = await shop.inStock(5)
  const placed = await shop.place(orderOf(shop.site, sku))
  return ((await placed.json()) as { orderNumber: string }).orderNumber
}

test('a webhook is added with its secret shown once, tested, heard, paused, replayed and removed', async ({
  page,
}) => {
  const receiver = await openReceiver(204)
  const heard = (order: string, times = 1) =>
    eventually(
      async () => ordersOf(receiver.received).filter((one) => one.order === order),
      (all) => all.length >= times,
    )
  try {
    await signIn(page, 'manager')
    await page.goto('/settings/webhooks')
    await page.getByRole('button', { name: 'Add a webhook' }).click()
    await page.getByRole('dialog').getByLabel('URL').fill(receiver.url)
    await page.getByRole('button', { name: /Events/ }).click()
    await page.getByRole('option', { name: 'Orders' }).click()
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    const shown = page.getByRole('alertdialog')
    const secret = await shown.getByText(/^whsec_/).innerText()
    await page.getByRole('button', { name: 'I have it' }).click()
    await page.getByRole('link', { name: receiver.url }).click()
    await expect(page).toHaveURL(/\/settings\/webhooks\/[0-9a-f-]{36}$/)
    await expect(page.getByText('Nothing sent yet')).toBeVisible()
    expect(await page.content()).not.toContain(secret)

    await page.getByRole('button', { name: 'Send a test' }).click()
    await expect(page.getByText('The test arrived')).toBeVisible()
    const [test] = receiver.received
    new Webhook(secret).verify(test?.body ?? '', test?.headers as Record<string, string>)

    const first = await place()
    const [told] = await heard(first)
    const rows = page.getByRole('table', { name: 'Deliveries' }).getByRole('row')
    await expect(rows.filter({ hasText: first })).toContainText('Delivered')

    await page.getByRole('button', { name: 'Pause' }).click()
    await expect(page.getByText('Paused', { exact: true })).toBeVisible()
    const second = await place()
    await page.getByRole('button', { name: 'Go on' }).click()
    await heard(second)
    await expect(rows.filter({ hasText: second })).toContainText('Delivered')

    await page.getByRole('button', { name: 'Replay' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Replay' }).click()
    await expect(page.getByText('It is sent once more')).toBeVisible()
    const again = await heard(first, 2)
    expect(new Set(again.map(({ id }) => id))).toEqual(new Set([told?.id]))

    await page.getByRole('button', { name: 'Remove' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click()
    await expect(page).toHaveURL('/settings/webhooks')
    await expect(page.getByRole('link', { name: receiver.url })).toBeHidden()
  } finally {
    await receiver.close()
  }
})

test('an event of the stock says whom it went to, and leads there', async ({ page }) => {
  const receiver = await openReceiver(204)
  const body = { url: receiver.url, types: ['stowline.inventory.*'], site: shop.site }
  const { id } = (await (await shop.send('POST', '/api/webhooks', { body })).json()) as { id: string }
  try {
    const [sku = ''] = await shop.inStock(5)
    const event = {
      ...{ specversion: '1.0', id: randomUUID(), source: 'e2e/visitor', subject: sku },
      type: 'stowline.inventory.received.v1',
      data: { site: shop.site, sku, quantity: 1, observedAt: new Date().toISOString() },
    }
    const headers = { 'content-type': 'application/cloudevents+json' }
    expect((await shop.send('POST', '/api/events', { body: event, headers })).status).toBe(202)
    await signIn(page, 'manager')
    await page.goto(`/inventory/${sku}?event=${eventAddress(event.source, event.id)}`)
    const drawer = page.getByRole('dialog')
    const row = drawer.getByRole('table', { name: 'Whom it went to' }).getByRole('row').nth(1)
    await expect(row).toContainText('Delivered')
    await expect(row).toContainText('answered 204')
    await row.getByRole('link', { name: new URL(receiver.url).host }).click()
    await expect(page).toHaveURL(`/settings/webhooks/${id}`)
    await expect(page.getByRole('table', { name: 'Deliveries' })).toContainText(sku)
  } finally {
    await shop.send('DELETE', `/api/webhooks/${id}`)
    await receiver.close()
  }
})
