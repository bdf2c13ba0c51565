import { expect, test } from '@playwright/test'
import { signIn } from '../fixtures/demo-house'
import { machine, orderOf } from '../fixtures/machine'

test('an order placed elsewhere is in the funnel without a reload, and the figure leads to its list', async ({
  page,
}) => {
  const shop = machine()
  const [sku = ''] = await shop.inStock(5)
  await signIn(page, 'manager')
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
  const ordersIn = page
    .getByRole('list', { name: 'Orders from in to shipped' })
    .getByRole('link', { name: /^Orders in: / })
  const before = Number((await ordersIn.getAttribute('aria-label'))?.replace(/\D/g, ''))
  const placed = (await (await shop.place(orderOf(shop.site, sku))).json()) as { orderNumber: string }
  await expect(async () => {
    const now = Number((await ordersIn.getAttribute('aria-label'))?.replace(/\D/g, ''))
    expect(now).toBeGreaterThan(before)
  }).toPass()
  await ordersIn.click()
  await expect(page).toHaveURL(/placedSince=/)
  await expect(page.getByRole('table', { name: 'Orders' }).getByText(placed.orderNumber)).toBeVisible()
})

test('what a figure means is read with the keyboard alone', async ({ page }) => {
  await signIn(page, 'manager')
  const meaning = page.getByText(/^Bins counted without any difference from the book/)
  await expect(meaning).toBeHidden()
  await page.getByRole('button', { name: 'What Inventory accuracy means' }).focus()
  await expect(meaning).toBeVisible()
})

test('the wall says the day from afar, and since when it is old', async ({ page, context }) => {
  // Three answers have to stay out before it says so: 45 s.
  test.setTimeout(120_000)
  await page.setViewportSize({ width: 1920, height: 1080 })
  await signIn(page, 'manager')
  await page.goto('/wall')
  await expect(page.getByRole('list', { name: 'The day' }).getByRole('listitem')).toHaveCount(8)
  const scrolls = await page.evaluate(() => document.documentElement.scrollHeight > window.innerHeight)
  expect(scrolls).toBe(false)
  await context.setOffline(true)
  await expect(page.getByText(/^No connection: as of/)).toBeVisible({ timeout: 80_000 })
})
