import { expect, test } from '@playwright/test'
import { signIn } from '../fixtures/demo-house'
import { eventually, machine, orderOf } from '../fixtures/machine'

const shop = machine()
const rulesPath = `/api/sites/${shop.site}/picking-rules`
type Lists = { items: { orderNumber: string }[] }
type Tour = { tourId: string; totes: { orderNumber: string }[] }

const nextTour = async (picker: string): Promise<Tour> =>
  shop.get<Tour>(`/api/picks/next?site=${shop.site}&picker=${picker}`)
const giveBack = ({ tourId }: Tour) =>
  shop.send('POST', `/api/tours/${tourId}/reassign`, { body: { picker: null } })

async function placeOrders(many: number): Promise<string[]> {
  const numbers: string[] = []
  for (const sku of (await shop.inStock(20)).slice(0, many)) {
    const placed = (await (await shop.place(orderOf(shop.site, sku))).json()) as { orderNumber: string }
    numbers.push(placed.orderNumber)
  }
  await eventually(
    () => shop.get<Lists>(`/api/pick-lists?site=${shop.site}&limit=200`),
    ({ items }) => numbers.every((number) => items.some(({ orderNumber }) => orderNumber === number)),
  )
  return numbers
}

test('a rule is changed with its consequence in sight, is still so after a reload, and nothing that cannot be is saved', async ({
  page,
}) => {
  const before = await shop.get(rulesPath)
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn(page, 'manager')
  await page.goto('/picking')
  await page.getByRole('link', { name: 'Rules' }).click()
  await expect(page.getByRole('heading', { name: 'Picking rules' })).toBeVisible()
  const save = page.getByRole('button', { name: 'Save' })
  await expect(save).toBeDisabled()
  await page.getByLabel('Totes on a cart').fill('0')
  await expect(page.getByText('Between 1 and 40 totes.')).toBeVisible()
  await expect(save).toBeDisabled()
  await page.getByLabel('Totes on a cart').fill('1')
  await page
    .getByRole('radiogroup', { name: 'Crowded aisles' })
    .getByRole('radio', { name: 'Walk in' })
    .click()
  await expect(page.getByText(/Every walk is the shortest; pickers may have to wait/)).toBeVisible()
  await save.click()
  await expect(page.getByText('Saved: the next tour is planned so')).toBeVisible()
  expect(await shop.get(rulesPath)).toEqual({ ...(before as object), cartTotes: 1, avoidCrowds: false })
  await page.reload()
  await expect(page.getByLabel('Totes on a cart')).toHaveValue('1')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await shop.send('PUT', rulesPath, { body: before })
  await expect(page.getByLabel('Totes on a cart')).not.toHaveValue('1')
})

test('a tour is seen walking and given to somebody else, and a list that is expedited is walked next', async ({
  page,
}) => {
  const before = (await shop.get(rulesPath)) as object
  await shop.send('PUT', rulesPath, { body: { ...before, cartTotes: 1 } })
  const numbers = await placeOrders(3)
  await signIn(page, 'manager')
  await page.goto('/picking')
  const tours = page.getByRole('table', { name: 'Tours that are walked now' })
  const tour = await nextTour('Robo')
  await tours.getByRole('row', { name: /Robo/ }).getByRole('button', { name: 'Reassign' }).click()
  const dialog = page.getByRole('dialog', { name: 'Reassign the tour of Robo' })
  await dialog.getByRole('button', { name: /Who goes on/ }).click()
  await page.getByRole('option', { name: 'Pio Fuchs' }).click()
  await dialog.getByRole('button', { name: 'Reassign' }).click()
  await expect(tours.getByRole('row', { name: /Pio Fuchs/ })).toBeVisible()
  await expect(tours.getByText('Robo')).toBeHidden()

  const last =
    numbers.findLast((number) => !tour.totes.some(({ orderNumber }) => orderNumber === number)) ?? ''
  const list = page
    .getByRole('table', { name: 'Waiting pick lists' })
    .getByRole('row')
    .filter({ hasText: last })
  await list.getByRole('button', { name: 'Expedite' }).click()
  await expect(list.getByText('first', { exact: true })).toBeVisible()
  const next = await nextTour('Robo')
  expect(next.totes.map(({ orderNumber }) => orderNumber)).toEqual([last])
  await expect(list).toBeHidden()

  for (const walked of [tour, next]) expect((await giveBack(walked)).status).toBe(200)
  await expect(page.getByText('Nobody walks a tour')).toBeVisible()
  await shop.send('PUT', rulesPath, { body: before })
})
