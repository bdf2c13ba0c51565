import { randomUUID } from 'node:crypto'
import { expect, type Page, test } from '@playwright/test'
import { signIn } from '../fixtures/demo-house'
import { machine } from '../fixtures/machine'

const shop = machine()

const figure = (page: Page, name: string) => page.locator(`[data-figure="${name}"]`)

type Told = { accepted: number; duplicates: number; rejected: unknown[] }

/** Sends one event as a machine does. */
async function tell(type: string, data: { sku: string } & Record<string, unknown>): Promise<Told> {
  const event = {
    specversion: '1.0',
    id: randomUUID(),
    source: 'e2e/visitor',
    type: `stowline.inventory.${type}`,
    subject: data.sku,
    data: { site: shop.site, observedAt: new Date().toISOString(), ...data },
  }
  const answer = await shop.send('POST', '/api/events', {
    body: event,
    headers: { 'content-type': 'application/cloudevents+json' },
  })
  expect(answer.status).toBe(202)
  return (await answer.json()) as Told
}

test('an item is found by a key and a few letters, and its quantity follows the floor without a reload', async ({
  page,
}) => {
  const [sku = ''] = await shop.inStock(5)
  const before = await shop.get<{ name: string; onHand: number; bins: { bin: string; onHand: number }[] }>(
    `/api/stock?sku=${sku}&site=${shop.site}`,
  )
  await signIn(page, 'manager')
  await page.getByRole('link', { name: 'Inventory' }).first().click()
  await expect(page).toHaveURL(/\/inventory$/)
  const table = page.getByRole('table', { name: 'Stock' })
  await expect(table).toBeVisible()
  expect(Number(await table.getAttribute('aria-rowcount'))).toBeGreaterThan(100)

  await page.keyboard.press('/')
  await page.keyboard.type(sku)
  await expect(page).toHaveURL(new RegExp(`query=${sku}`))
  // The head and the one row that fits.
  await expect(table).toHaveAttribute('aria-rowcount', '2')
  await page.keyboard.press('ArrowDown')
  await expect(table.getByRole('link', { name: before.name })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`/inventory/${sku}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(before.name)

  const units = (value: number) => new RegExp(`^${value.toLocaleString('en').replace(',', '[,.]?')}$`)
  await expect(figure(page, 'On hand')).toHaveText(units(before.onHand))
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
  const { bin = '' } = before.bins.find(({ onHand }) => onHand > 0) ?? {}
  expect(await tell('adjusted.v2', { sku, bin, change: 7, reason: 'found' })).toMatchObject({ accepted: 1 })
  await expect(figure(page, 'On hand')).toHaveText(units(before.onHand + 7))

  const entry = page.getByRole('table', { name: 'Ledger' }).getByRole('row').filter({ hasText: '+7' }).first()
  await expect(entry).toContainText(bin)
  await entry.getByRole('button', { name: 'Adjusted' }).click()
  const drawer = page.getByRole('dialog')
  await expect(drawer).toContainText('stowline.inventory.adjusted.v2')
  await expect(drawer).toContainText('e2e/visitor')
  await page.keyboard.press('Escape')
  await expect(drawer).toBeHidden()

  await page.getByRole('button', { name: 'Adjust', exact: true }).click()
  await page.getByLabel(/Change in units/).fill('-2')
  await page.getByRole('button', { name: 'Write it' }).click()
  await expect(figure(page, 'On hand')).toHaveText(units(before.onHand + 5))
})

test('rows show what has changed, and keep their places until they are asked to sort again', async ({
  page,
}) => {
  const { items } = await shop.get<{ items: { sku: string; name: string }[] }>(
    `/api/stock?site=${shop.site}&sort=name&limit=3`,
  )
  const { sku = '', name = '' } = items[1] ?? {}
  await signIn(page, 'manager')
  await page.goto('/inventory?sort=name')
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
  const row = page.getByRole('table', { name: 'Stock' }).getByRole('row').filter({ hasText: sku })
  await expect(row).toHaveAttribute('aria-rowindex', '3')
  await tell('received.v1', { sku, quantity: 4321 })
  await expect(row).toContainText(/4[,.]?[3-9]\d\d/)
  await expect(row).toHaveAttribute('aria-rowindex', '3')
  await page.getByRole('button', { name: /sort again/ }).click()
  await expect(page.getByRole('button', { name: /sort again/ })).toBeHidden()
  await expect(row.getByRole('link', { name })).toBeVisible()
})

test('a file is read with its good lines, and says which lines were bad', async ({ page }) => {
  const [sku = '', other = ''] = await shop.inStock(5)
  const at = new Date().toISOString()
  const csv = [
    'type,sku,quantity,observedAt',
    `received,${sku},3,${at}`,
    `received,${other},2,${at}`,
    `received,NO-SUCH-SKU,1,${at}`,
    `received,${sku},many,${at}`,
  ].join('\n')
  await signIn(page, 'manager')
  await page.goto('/inventory/import')
  await page.locator('input[type=file]').setInputFiles({
    name: 'delivery.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(csv),
  })
  const report = page.getByRole('region', { name: 'This import' })
  await expect(report.getByText('Done, with bad lines')).toBeVisible()
  await expect(report.getByRole('definition').nth(0)).toHaveText('2')
  await expect(report.getByRole('definition').nth(2)).toHaveText('2')
  const bad = report.getByRole('table', { name: 'Bad lines' })
  await expect(bad.getByRole('row')).toHaveCount(3)
  const saved = page.waitForEvent('download')
  await report.getByRole('button', { name: 'Save the bad lines' }).click()
  expect((await saved).suggestedFilename()).toMatch(/^bad-lines-.*\.csv$/)
})
