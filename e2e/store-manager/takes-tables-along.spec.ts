import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import { signIn } from '../fixtures/demo-house'

test('the CSV of a list has the rows that its filters leave', async ({ page }) => {
  await signIn(page, 'manager')
  await page.goto('/inventory?query=milk')
  await expect(page.getByRole('row').nth(1)).toContainText(/milk/i)
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'CSV' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toMatch(/^stock-\d{4}-\d\d-\d\d\.csv$/)
  const rows = parse(readFileSync(await download.path()), { bom: true, columns: true }) as { name: string }[]
  expect(rows.length).toBeGreaterThan(0)
  for (const { name } of rows) expect(name).toMatch(/milk/i)
})

test('what is bought together leads to both items and to the map', async ({ page }) => {
  await signIn(page, 'manager')
  await page.goto('/recommendations')
  const pairs = page.getByRole('table', { name: 'Pairs' })
  await expect(pairs.getByRole('row').nth(1)).toBeVisible()
  await expect(pairs.getByRole('link')).not.toHaveCount(0)
  await pairs.getByRole('row').nth(1).locator('a[href^="/floor?sku="]').first().click()
  await expect(page).toHaveURL(/\/floor\?sku=.+bin=/)
})
