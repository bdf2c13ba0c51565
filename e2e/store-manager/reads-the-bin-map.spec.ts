import { expect, type Page, test } from '@playwright/test'
import { signIn } from '../fixtures/demo-house'
import { machine } from '../fixtures/machine'

const shop = machine()

/** How many pixels of the map have another colour than its first one: an empty canvas has none. */
const inked = (page: Page): Promise<number> =>
  page.getByLabel('Bin map').evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] }
    let count = 0
    for (let at = 0; at < data.length; at += 4) if (data[at] !== data[0] || data[at + 1] !== data[1]) count++
    return count
  })

async function openMap(page: Page): Promise<void> {
  await signIn(page, 'manager')
  await page.goto('/floor')
  await expect(page.getByLabel('Bin map')).toBeVisible()
  await expect.poll(() => inked(page)).toBeGreaterThan(10_000)
}

test('every bin of the site is on the map, and another colour says another thing', async ({ page }) => {
  const map = await shop.get<{ bins: unknown[] }>(`/api/sites/${shop.site}/map`)
  await openMap(page)
  await expect(page.getByText(`${map.bins.length.toLocaleString('en-US')} bins in`)).toBeVisible()
  await expect(page.getByRole('region', { name: 'Legend' })).toContainText('Filled')
  await page.getByRole('radio', { name: 'Picks' }).click()
  await expect(page).toHaveURL(/colour=heat/)
  await expect(page.getByRole('region', { name: 'Legend' })).toContainText('Taken from')
})

test('an item that is searched for lights up its bins, and a bin of it opens', async ({ page }) => {
  const [sku = ''] = await shop.inStock(5)
  const stock = await shop.get<{ name: string; bins: { bin: string; onHand: number }[] }>(
    `/api/stock?sku=${sku}&site=${shop.site}`,
  )
  const bins = [...new Set(stock.bins.filter(({ onHand }) => onHand > 0).map(({ bin }) => bin))]
  await openMap(page)
  await page.getByRole('searchbox', { name: 'Find an item or a bin' }).fill(sku)
  await page
    .getByRole('list', { name: 'What fits' })
    .getByRole('button', { name: stock.name })
    .first()
    .click()
  await expect(page).toHaveURL(new RegExp(`sku=${sku}`))
  const found = page.getByRole('region', { name: stock.name })
  await expect(found).toContainText(`in ${bins.length} bin`)
  await found.getByRole('button', { name: bins[0] ?? '' }).click()
  const drawer = page.getByRole('dialog', { name: bins[0] ?? '' })
  await expect(drawer.getByRole('link', { name: stock.name })).toBeVisible()
  await expect(drawer.getByRole('region', { name: 'History' })).toContainText('Received')
})

test('the keys lead from bin to bin, and each is said', async ({ page }) => {
  await openMap(page)
  await page.getByLabel('Bin map').focus()
  await page.keyboard.press('ArrowUp')
  const said = page.getByRole('status').filter({ hasText: /^A\d\d-/ })
  const first = await said.textContent()
  await page.keyboard.press('ArrowRight')
  await expect(said).not.toHaveText(first ?? '')
  await page.keyboard.press('PageUp')
  const code = (await said.textContent())?.split(',')[0] ?? ''
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: code })).toBeVisible()
  // A dialog hears keys once it has taken the focus.
  await expect(page.locator('[role=dialog]:focus-within')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page).not.toHaveURL(/bin=/)
})

test('the list says the same, sorted by any column', async ({ page }) => {
  await openMap(page)
  await page.getByRole('button', { name: 'List' }).click()
  const table = page.getByRole('table', { name: 'Bins' })
  await expect(table).toBeVisible()
  await table.getByRole('button', { name: 'Units' }).click()
  await table.getByRole('button', { name: 'Units' }).click()
  await expect(page).toHaveURL(/sort=units&direction=desc/)
  await page.getByRole('searchbox', { name: 'Find an item or a bin' }).fill('A01-01-A1')
  await expect(table).toHaveAttribute('aria-rowcount', '2')
  await table.getByRole('button', { name: 'A01-01-A1' }).click()
  await expect(page.getByRole('dialog', { name: 'A01-01-A1' })).toBeVisible()
})

test('a bin that changes is told to who looks, with what lies in it', async ({ page }) => {
  const stock = await shop.get<{ bin: string; content: { sku: string; onHand: number }[] }>(
    `/api/bins/A01-01-A1?site=${shop.site}`,
  )
  const units = stock.content.reduce((sum, { onHand }) => sum + onHand, 0)
  const [sku = ''] = await shop.inStock(5)
  await signIn(page, 'manager')
  await page.goto('/floor?view=list&query=A01-01-A1')
  const row = page.getByRole('row').filter({ hasText: 'A01-01-A1' })
  await expect(row).toContainText(units.toLocaleString('en-US'))
  const data = { site: shop.site, sku, quantity: 7, bin: 'A01-01-A1', observedAt: new Date().toISOString() }
  const id = `map-${Date.now()}`
  const event = {
    specversion: '1.0',
    id,
    source: 'e2e/map',
    type: 'stowline.inventory.received.v1',
    subject: sku,
    data,
  }
  await shop.send('POST', '/api/events', {
    body: event,
    headers: { 'content-type': 'application/cloudevents+json' },
  })
  await expect(row).toContainText((units + 7).toLocaleString('en-US'))
})
