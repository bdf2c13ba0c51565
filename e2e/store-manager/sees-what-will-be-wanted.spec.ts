import { expect, test } from '@playwright/test'
import { signIn } from '../fixtures/demo-house'
import { machine } from '../fixtures/machine'

const shop = machine()

type Forecasts = { items: { sku: string; mean: number[]; lower: number[]; upper: number[] }[] }

test('an item tells what was wanted of it and what will be, and the same can be taken along', async ({
  page,
}) => {
  const forecasts = () => shop.get<Forecasts>(`/api/forecasts?site=${shop.site}&limit=200`)
  await expect.poll(async () => (await forecasts()).items.length, { timeout: 60_000 }).toBeGreaterThan(0)
  const [most] = (await forecasts()).items.sort((a, b) => (b.mean[0] ?? 0) - (a.mean[0] ?? 0))
  expect(most?.mean).toHaveLength(28)
  await signIn(page, 'manager')
  await page.goto(`/inventory/${most?.sku}`)
  const panel = page.getByRole('region', { name: 'Demand and forecast' })
  await expect(panel.getByText('units expected in 7 days')).toBeVisible()
  await expect(panel.locator('[data-figure="Expected in 7 days"]')).toHaveText(/^[1-9]/)
  await expect(panel.getByText('than saying that tomorrow is as today')).toBeVisible()
  // Eight weeks that are over, less today, and four to come.
  await expect(panel.getByRole('row')).toHaveCount(1 + 55 + 28)
  const download = page.waitForEvent('download')
  await panel.getByRole('link', { name: 'Demand of all items as CSV' }).click()
  expect((await download).suggestedFilename()).toBe('stowline-demand.csv')
})

test('a day is said to be a promotion, and an ordinary one again', async ({ page }) => {
  await signIn(page, 'manager')
  await page.goto('/replenishment')
  await page.getByRole('link', { name: 'Calendar' }).click()
  const days = page.getByRole('button', { name: /\b12 \w+$|\w+ 12$/ })
  await page.getByRole('button', { name: 'A month on' }).click()
  await days.last().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'It is' }).click()
  await page.getByRole('option', { name: 'Promotion' }).click()
  await expect(dialog.getByText(/Expected like any day|on its weekday, learnt from/)).toBeVisible()
  await dialog.getByRole('textbox', { name: 'What people call it' }).fill('Harvest week')
  await dialog.getByRole('button', { name: 'Say so' }).click()
  const row = page.getByRole('table', { name: 'Days to come' }).getByRole('row', { name: /Harvest week/ })
  await expect(row).toContainText('Promotion')
  await row.getByRole('button').click()
  await dialog.getByRole('button', { name: 'It is' }).click()
  await page.getByRole('option', { name: 'An ordinary day' }).click()
  await dialog.getByRole('button', { name: 'Say so' }).click()
  await expect(row).toBeHidden()
})
