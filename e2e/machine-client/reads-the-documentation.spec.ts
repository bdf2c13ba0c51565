import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from '@playwright/test'
import { keyOf } from '../fixtures/demo-house'
import { eventually, machine, orderOf } from '../fixtures/machine'

test('finds an operation by a word, and how to call it', async ({ page }) => {
  await page.goto('/docs')
  await page.getByRole('navigation', { name: 'Documentation' }).getByRole('link', { name: 'API' }).click()
  await page.getByLabel('Search the API').fill('place an order')
  await page.getByRole('link', { name: '/api/orders' }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('placeOrder')
  await expect(page.getByText("client.POST('/api/orders'")).toBeVisible()
})

test('hears of an order as the example does', async () => {
  const house = machine()
  const url = process.env.E2E_URL ?? ''
  const { hearChanges } = await import(pathToFileURL(resolve('public/examples/hear-changes.mjs')).href)
  const heard: { event: string; id?: string }[] = []
  const hangUp = hearChanges(url, keyOf('read'), house.site, (change: { event: string }) =>
    heard.push(change),
  )
  await eventually(
    async () => heard.length,
    (length) => length > 0,
  )
  const [sku = ''] = await house.inStock(5)
  const placed = await house.place(orderOf(house.site, sku))
  const { orderNumber } = (await placed.json()) as { orderNumber: string }
  await eventually(
    async () => heard,
    (changes) => changes.some(({ id }) => id === orderNumber),
  )
  hangUp()
})
