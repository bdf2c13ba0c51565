import { devices, expect, type Page, test } from '@playwright/test'
import { signIn } from '../fixtures/demo-house'
import { eventually, machine } from '../fixtures/machine'

test.use({ ...devices['Pixel 7'], defaultBrowserType: undefined })

const shop = machine()

type Count = { id: string; state: string; items: { sku: string; counted: number; expected: number | null }[] }
type Bin = { content: { sku: string; name: string; onHand: number }[] }

/** A bin with one item in it, and a count of it. */
async function openCount() {
  const [sku = ''] = await shop.inStock(5)
  const stock = await shop.get<{ bins: { bin: string; onHand: number }[] }>(
    `/api/stock?sku=${sku}&site=${shop.site}`,
  )
  const { bin = '', onHand = 0 } = stock.bins.find((one) => one.onHand > 0) ?? {}
  const { content } = await shop.get<Bin>(`/api/bins/${bin}?site=${shop.site}`)
  const answer = await shop.send('POST', '/api/counts', { body: { site: shop.site, bin, reason: 'e2e' } })
  expect([200, 201]).toContain(answer.status)
  const { id } = (await answer.json()) as { id: string }
  return { id, bin, sku, onHand, others: content.filter((one) => one.sku !== sku && one.onHand > 0) }
}

async function countOne(page: Page, sku: string, units: number) {
  await page.getByLabel('Scan or type the item').fill(sku)
  await page.keyboard.press('Enter')
  await expect(page.getByText(sku).first()).toBeVisible()
  for (const digit of String(units)) await page.getByRole('button', { name: digit, exact: true }).click()
  await page.getByRole('button', { name: `Count ${units}, next` }).click()
}

test('a bin is counted blind, a line counted without a network arrives later, and the book follows', async ({
  page,
  context,
}) => {
  const { id, bin, sku, onHand, others } = await openCount()
  const count = () => shop.get<Count>(`/api/counts/${id}`)
  await signIn(page, 'picker')
  await page.getByRole('link', { name: 'Counts' }).first().click()
  await page.getByRole('link', { name: new RegExp(bin) }).click()
  await expect(page.getByRole('region', { name: `Bin ${bin}` })).toBeVisible()

  for (const other of others) await countOne(page, other.sku, other.onHand)
  await page.getByLabel('Scan or type the item').fill(sku)
  await page.getByRole('list', { name: 'Items that fit' }).getByRole('button').first().click()
  await expect(page.getByText('?', { exact: true })).toBeVisible()
  await context.setOffline(true)
  for (const digit of String(onHand + 1)) await page.getByRole('button', { name: digit, exact: true }).click()
  await page.getByRole('button', { name: `Count ${onHand + 1}, next` }).click()
  await expect(page.getByText('1 line waits on this phone.')).toBeVisible()
  await expect(page.getByRole('button', { name: /Waits until every line is sent/ })).toBeDisabled()

  await context.setOffline(false)
  await expect(page.getByText('1 line waits on this phone.')).toBeHidden({ timeout: 30_000 })
  const sent = await eventually(count, ({ items }) => items.some((item) => item.sku === sku))
  expect(sent.items.find((item) => item.sku === sku)).toMatchObject({ counted: onHand + 1, expected: null })

  await page.getByRole('button', { name: 'Finish the count' }).click()
  await page.getByRole('button', { name: 'Finish', exact: true }).click()
  await expect(page.getByText('This count is finished')).toBeVisible()
  const { state } = await count()
  if (state === 'counted') await shop.send('POST', `/api/counts/${id}/approve`, { body: {} })
  await eventually(
    () => shop.get<Bin>(`/api/bins/${bin}?site=${shop.site}`),
    ({ content }) => content.some((item) => item.sku === sku && item.onHand === onHand + 1),
  )
})
