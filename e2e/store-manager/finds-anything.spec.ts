import { expect, type Page, test } from '@playwright/test'
import { signIn } from '../fixtures/demo-house'
import { machine, orderOf } from '../fixtures/machine'

async function openPalette(page: Page) {
  // Live is the page's own word that its script listens.
  await expect(page.getByRole('status', { name: 'Connection: Live' })).toBeVisible()
  await page.keyboard.press('Control+k')
  const field = page.getByRole('searchbox', { name: 'Find anything' })
  await expect(field).toBeFocused()
  return field
}

test('Ctrl-K leads to an item by a part of its name', async ({ page }) => {
  await signIn(page, 'manager')
  const shop = machine()
  const { items } = await shop.get<{ items: { sku: string; name: string }[] }>(
    `/api/stock?site=${shop.site}&query=milk&limit=1`,
  )
  const { sku = '', name = '' } = items[0] ?? {}
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
  const shop = machine()
  const [sku = ''] = await shop.inStock(5)
  const { orderNumber } = (await (await shop.place(orderOf(shop.site, sku))).json()) as {
    orderNumber: string
  }
  const field = await openPalette(page)
  await field.fill(orderNumber)
  await field.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/orders/${orderNumber}`))
})

test('arrows choose a screen, Escape empties the field and then closes', async ({ page }) => {
  await signIn(page, 'manager')
  const field = await openPalette(page)
  await field.pressSequentially('dead')
  await expect(page.getByRole('status').filter({ hasText: /\d+ found/ })).toBeVisible()
  const first = page.getByRole('option').first()
  await expect(first).toHaveText('Dead letters')
  await expect(first).toHaveAttribute('data-focused', 'true')
  await field.press('ArrowDown')
  const second = page.getByRole('option').nth(1)
  await expect(field).toHaveAttribute('aria-activedescendant', (await second.getAttribute('id')) ?? '')
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
  await page.getByRole('searchbox', { name: 'Find an order' }).focus()
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

test('Ctrl-K begins a count of a bin and the closing of a lane, and does neither unasked', async ({
  page,
}) => {
  const shop = machine()
  const [sku = ''] = await shop.inStock(5)
  const { bins } = await shop.get<{ bins: { bin: string }[] }>(`/api/stock?sku=${sku}&site=${shop.site}`)
  const { sorters } = await shop.get<{ sorters: { lanes: { id: string }[] }[] }>(
    `/api/sites/${shop.site}/conveyor`,
  )
  const [bin, lane] = [bins[0]?.bin ?? '', sorters[0]?.lanes[0]?.id ?? '']
  await signIn(page, 'manager')
  await (await openPalette(page)).fill(bin)
  await page.getByRole('option', { name: `Have ${bin} counted…` }).click()
  await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Bin' })).toHaveValue(bin)
  await page.keyboard.press('Escape')
  await (await openPalette(page)).fill(`lane ${lane}`)
  await page.getByRole('option', { name: new RegExp(`Close or open lane ${lane}…`) }).click()
  await expect(page.getByRole('dialog', { name: `Close lane ${lane}?` })).toBeVisible()
  await page.getByRole('button', { name: 'Leave it' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
})
