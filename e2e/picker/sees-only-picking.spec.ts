import { devices, expect, test } from '@playwright/test'
import { signIn } from '../fixtures/demo-house'
import { eventually, machine, orderOf } from '../fixtures/machine'

test.use({ ...devices['Pixel 7'], defaultBrowserType: undefined })

test('a picker sees what to pick and from where, and nothing else', async ({ page }) => {
  const shop = machine()
  const [sku = ''] = await shop.inStock(5)
  const placed = (await (await shop.place(orderOf(shop.site, sku, 3))).json()) as { orderNumber: string }
  await eventually(
    () => shop.get<{ items: { orderNumber: string }[] }>(`/api/pick-lists?site=${shop.site}&limit=200`),
    ({ items }) => items.some((list) => list.orderNumber === placed.orderNumber),
  )
  await signIn(page, 'picker')
  await expect(page).toHaveURL('/pick')
  await expect(page.getByRole('heading', { name: 'Picking' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Get the next tour' })).toBeVisible()
  const other = page.getByRole('navigation', { name: 'Other work' }).getByRole('link')
  await expect(other).toHaveText(['Put away', 'Moves', 'Counts'])
  for (const path of ['/', '/orders', `/orders/${placed.orderNumber}`, '/picking']) {
    await page.goto(path)
    await expect(page).toHaveURL('/pick')
  }
  const refused = await page.request.get('/api/orders')
  expect(refused.status()).toBe(403)
})

test('a stranger is asked to sign in and brought back to where they wanted to go', async ({ page }) => {
  await page.goto('/orders?status=placed')
  await expect(page).toHaveURL(/\/sign-in\?next=/)
  await page.getByLabel('E-mail').fill('nobody@example.com')
  await page.getByLabel('Password', { exact: true }).fill('not-the-password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('alert').first()).toBeVisible()
})
