import { expect, type Page, test } from '@playwright/test'
import { demo, keyOf, signIn } from '../fixtures/demo-house'

async function openPalette(page: Page) {
  await page.keyboard.press('Control+k')
  const field = page.getByRole('searchbox', { name: 'Find anything' })
  await expect(field).toBeFocused()
  return field
}

/** A row of the demo that nobody made up here. */
async function firstOf<Item>(page: Page, path: string): Promise<Item> {
  const answer = await page.request.get(path, { headers: { authorization: `Bearer ${keyOf('read')}` } })
  const { items } = (await answer.json()) as { items: Item[] }
  const [first] = items
  if (!first) throw new Error(`${path} is empty`)
  return first
}

test('Ctrl-K leads to an item by a part of its name', async ({ page }) => {
  await signIn(page, 'manager')
  const { sku, name } = await firstOf<{ sku: string; name: string }>(
    page,
    `/api/stock?site=${demo().site}&query=milk`,
  )
  const field = await openPalette(page)
  await field.pressSequentially(name.slice(0, -2))
  await expect(page.getByRole('option', { name: new RegExp(sku) })).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: /\d+ found/ })).toBeVisible()
  await page.getByRole('option', { name: new RegExp(sku) }).click()
  await expect(page).toHaveURL(new RegExp(`/inventory/${sku}`))
  await openPalette(page)
  await expect(page.getByRole('option').first()).toContainText(name)
})

test('Ctrl-K leads to an order by its number, though Enter comes before the answer', async ({ page }) => {
  await signIn(page, 'manager')
  const { orderNumber } = await firstOf<{ orderNumber: string }>(page, `/api/orders?site=${demo().site}`)
  const field = await openPalette(page)
  await field.fill(orderNumber)
  await field.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/orders/${orderNumber}`))
})

test('arrows choose a screen, Escape empties the field and then closes', async ({ page }) => {
  await signIn(page, 'manager')
  const field = await openPalette(page)
  await field.pressSequentially('dead')
  await expect(page.getByRole('option', { name: 'Dead letters', exact: true })).toBeVisible()
  await field.press('Escape')
  await expect(field).toHaveValue('')
  await field.press('Escape')
  await expect(field).not.toBeVisible()
})

test('a filtered list saved as a view is opened from the palette with its filters', async ({ page }) => {
  const name = `Milk ${Date.now()}`
  await signIn(page, 'manager')
  await page.goto('/inventory?query=milk&sort=name')
  await page.getByRole('button', { name: 'Saved views' }).click()
  await page.getByLabel('Save this view as').fill(name)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText(`“${name}” is saved`)).toBeVisible()
  await page.goto('/orders')
  const field = await openPalette(page)
  await field.pressSequentially(name)
  await expect(page.getByRole('option', { name: new RegExp(name) })).toBeVisible()
  await field.press('Enter')
  await expect(page).toHaveURL(/\/inventory\?query=milk&sort=name$/)
  await page.getByRole('button', { name: 'Saved views, this is one' }).click()
  await page.getByRole('button', { name: `Forget ${name}` }).click()
  await expect(page.getByText(`“${name}” is forgotten`)).toBeVisible()
})

test('support finds orders and nothing else', async ({ page }) => {
  await signIn(page, 'support')
  const field = await openPalette(page)
  await field.pressSequentially('milk')
  await expect(page.getByRole('status').filter({ hasText: /Nothing fits|found/ })).toBeVisible()
  await expect(page.getByRole('group', { name: 'Items' })).toHaveCount(0)
})
