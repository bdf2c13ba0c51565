import { expect, test } from '@playwright/test'
import { signIn } from '../fixtures/demo-house'
import { machine, orderOf } from '../fixtures/machine'

test('support finds an order by e-mail, reads what happened, and has no other screens', async ({ page }) => {
  const shop = machine()
  const [sku = ''] = await shop.inStock(5)
  const email = `caller-${Date.now()}@example.com`
  const placed = (await (await shop.place(orderOf(shop.site, sku, 2, 'tok_ok', email))).json()) as {
    orderNumber: string
  }
  await signIn(page, 'support')
  await expect(page).toHaveURL('/orders')
  await page.getByRole('searchbox', { name: 'Find an order' }).fill(email)
  const table = page.getByRole('table', { name: 'Orders' })
  await expect(table.getByRole('link')).toHaveCount(1)
  await expect(page).toHaveURL((url) => url.searchParams.get('query') === email)
  await table.getByRole('link', { name: placed.orderNumber }).click()
  await expect(page.getByText('Order placed: charged, held and saved')).toBeVisible()
  const timeline = page.getByRole('region', { name: 'Timeline' })
  await expect(timeline.getByText(`Mail to ${email}: Order ${placed.orderNumber} is placed`)).toBeVisible()
  await page.goto('/')
  await expect(page).toHaveURL('/orders')
  await page.goto('/pick')
  await expect(page).toHaveURL('/orders')
})

test('an order of nowhere is told plainly', async ({ page }) => {
  await signIn(page, 'support')
  await page.goto('/orders/999999-NOPE')
  await expect(page.getByText('There is no such order')).toBeVisible()
})

test('support reads that the mail is late and why, tries again, and sees it leave', async ({ page }) => {
  const shop = machine()
  const [sku = ''] = await shop.inStock(5)
  await shop.send('PUT', '/api/demo/faults', { body: { email: 'down' } })
  const placed = (await (await shop.place(orderOf(shop.site, sku))).json()) as { orderNumber: string }
  await signIn(page, 'support')
  await page.goto(`/orders/${placed.orderNumber}`)
  const steps = page.getByRole('table', { name: 'The six steps' })
  await expect(steps.getByText(/mail server .* connect ECONNREFUSED/)).toBeVisible()
  await shop.send('PUT', '/api/demo/faults', { body: { email: 'ok' } })
  await page.getByRole('button', { name: 'Try again now' }).click()
  await expect(page.getByText(/^Confirmation e-mail: (trying again|done already)$/)).toBeVisible()
  await expect(steps.getByText('Done', { exact: true })).toHaveCount(6)
  const mailbox = await shop.get<{ items: { orderNumber: string }[] }>('/api/demo/mailbox')
  expect(mailbox.items.filter((mail) => mail.orderNumber === placed.orderNumber)).toHaveLength(1)
})
