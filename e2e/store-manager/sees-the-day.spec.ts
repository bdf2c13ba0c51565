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

test('a figure goes by the target that the house sets', async ({ page }) => {
  await signIn(page, 'manager')
  await page.getByRole('link', { name: 'Targets' }).click()
  const field = page.getByRole('textbox', { name: /Pick rate, lines/ })
  await field.fill('123')
  await page.getByRole('button', { name: 'Keep' }).click()
  await expect(page.getByText('Tiles and the wall go by it from now on')).toBeVisible()
  await page.goto('/')
  await page.getByRole('button', { name: 'What Pick rate, lines means' }).focus()
  await expect(page.getByText(/Target: 123 lines\/h, set by the house/)).toBeVisible()
  await page.goto('/settings/figures')
  await field.fill('')
  await page.getByRole('button', { name: 'Keep' }).click()
  await expect(page.getByText('Tiles and the wall go by it from now on')).toBeVisible()
})

test('what will be out of stock soon is as many items as its figure says', async ({ page }) => {
  const shop = machine()
  await signIn(page, 'manager')
  await page.getByRole('link', { name: /^Out of stock soon: / }).click()
  await expect(page).toHaveURL(/running-out/)
  await expect(page.getByRole('heading', { name: 'Out of stock soon', level: 1 })).toBeVisible()
  await expect(async () => {
    const [day, list] = await Promise.all([
      shop.get<{ figures: { id: string; value: number | null }[] }>(`/api/figures?site=${shop.site}`),
      shop.get<{ items: unknown[] }>(`/api/replenishment/running-out?site=${shop.site}`),
    ])
    expect(day.figures.find(({ id }) => id === 'stock-outs-soon')?.value ?? 0).toBe(list.items.length)
  }).toPass()
})
