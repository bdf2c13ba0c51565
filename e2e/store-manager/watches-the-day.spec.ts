import { expect, test } from '@playwright/test'
import { signIn } from '../fixtures/demo-house'
import { machine, orderOf } from '../fixtures/machine'

test('an order placed elsewhere arrives on the screen and its six steps fill in', async ({ page }) => {
  const shop = machine()
  const [sku = ''] = await shop.inStock(5)
  await signIn(page, 'manager')
  await expect(page).toHaveURL('/')
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
  const placed = (await (await shop.place(orderOf(shop.site, sku))).json()) as { orderNumber: string }
  const row = page
    .getByRole('table', { name: 'Newest orders' })
    .getByRole('row')
    .filter({ hasText: placed.orderNumber })
  await expect(row).toBeVisible()
  await row.getByRole('link', { name: placed.orderNumber }).click()
  await expect(page).toHaveURL(`/orders/${placed.orderNumber}`)
  await expect(
    page.getByText('Yes: the order is placed, the card is charged and the items are held for you.'),
  ).toBeVisible()
  const steps = page.getByRole('table', { name: 'The six steps' })
  await expect(steps.getByText('Done', { exact: true })).toHaveCount(6)
})

test('what happened while the network was away is there when it is back', async ({ page, context }) => {
  const shop = machine()
  const [sku = ''] = await shop.inStock(5)
  await signIn(page, 'manager')
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
  await context.setOffline(true)
  await expect(page.getByText('Live', { exact: true })).toBeHidden()
  const placed = (await (await shop.place(orderOf(shop.site, sku))).json()) as { orderNumber: string }
  await context.setOffline(false)
  await expect(page.getByText(placed.orderNumber)).toBeVisible({ timeout: 30_000 })
})

test('every number leads to its list', async ({ page }) => {
  const shop = machine()
  const [sku = ''] = await shop.inStock(5)
  await shop.place(orderOf(shop.site, sku, 10_000, 'tok_ok', 'too-much@example.com'))
  await signIn(page, 'manager')
  await page.getByRole('link', { name: /Refused for stock/ }).click()
  await expect(page).toHaveURL(/status=refused/)
  await page.getByRole('table', { name: 'Orders' }).getByRole('link').first().click()
  await expect(
    page.getByText('No: some items were not in stock, so nothing was held and nothing was charged.'),
  ).toBeVisible()
})
