import { devices, expect, type Page, test } from '@playwright/test'
import { signIn } from '../fixtures/demo-house'
import { eventually, machine } from '../fixtures/machine'
import { scan } from '../fixtures/scanner'

test.use({ ...devices['Pixel 7'], defaultBrowserType: undefined })

const shop = machine()
const UNITS = 3

type Level = { bins: { bin: string; onHand: number }[] }
type Bin = { content: { sku: string; onHand: number }[]; fillPercent: number }

const lies = async (sku: string, bin: string) => {
  const { bins } = await shop.get<Level>(`/api/stock?sku=${sku}&site=${shop.site}`)
  return bins.filter((one) => one.bin === bin).reduce((sum, { onHand }) => sum + onHand, 0)
}

/** Item and quantity, typed as on a keyboard; the bin that is offered. */
async function askWhere(page: Page, sku: string): Promise<string> {
  await page.getByLabel('Scan or type the item').fill(sku)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('group', { name: 'How many' })).toBeVisible()
  await page.keyboard.press(String(UNITS))
  await expect(page.getByRole('status').filter({ hasText: new RegExp(`^${UNITS}$`) })).toBeVisible()
  await page.keyboard.press('Enter')
  const region = page.getByRole('region', { name: /^Bin / })
  await expect(region).toBeVisible()
  return ((await region.getAttribute('aria-label')) ?? '').replace('Bin ', '')
}

/** Typed as the last resort; a scanner is heard too. */
async function typeBin(page: Page, code: string) {
  const field = page.getByLabel('Type the bin', { exact: true })
  if (!(await field.isVisible())) await page.getByRole('button', { name: 'Type the bin' }).click()
  await field.fill(code)
  await page.keyboard.press('Enter')
}

test('an item is put away with a keyboard alone; a wrong bin is told why, another one that fits is its address', async ({
  page,
}) => {
  const [sku = '', other = ''] = await shop.inStock(5)
  await signIn(page, 'picker')
  await page.goto('/pick/stow')

  const bin = await askWhere(page, sku)
  const before = await lies(sku, bin)
  await typeBin(page, 'NO-SUCH-BIN')
  await expect(page.getByRole('alert').filter({ hasText: 'There is no bin NO-SUCH-BIN here.' })).toBeVisible()
  await typeBin(page, bin.toLowerCase())
  await expect(page.getByText(`In ${bin}.`)).toBeVisible()
  await eventually(
    () => lies(sku, bin),
    (units) => units === before + UNITS,
  )

  const chosen = await askWhere(page, other)
  // Where it lies already it may lie again, as long as there is room.
  const places = await shop.get<Level>(`/api/stock?sku=${other}&site=${shop.site}`)
  const pages = await Promise.all(
    places.bins.map(async ({ bin: code }) => ({
      code,
      ...(await shop.get<Bin>(`/api/bins/${code}?site=${shop.site}`)),
    })),
  )
  const fits = pages.filter(({ code }) => code !== chosen && /^A\d/.test(code))
  const mine = fits.sort((one, two) => one.fillPercent - two.fillPercent)[0]?.code ?? ''
  expect(mine).not.toBe('')
  const had = await lies(other, mine)
  await scan(page, mine)
  await expect(page.getByText(`Accepted: ${mine} instead.`)).toBeVisible()
  await eventually(
    () => lies(other, mine),
    (units) => units === had + UNITS,
  )
})

test('a bin is kept on the phone while there is no network, and arrives by itself', async ({
  page,
  context,
}) => {
  const [sku = ''] = await shop.inStock(5)
  await signIn(page, 'picker')
  await page.goto('/pick/stow')
  const bin = await askWhere(page, sku)
  const before = await lies(sku, bin)
  await context.setOffline(true)
  await expect(page.getByText('No network.')).toBeVisible()
  await scan(page, bin)
  await expect(page.getByText(`${bin} is kept on this phone until there is a network.`)).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByText(`In ${bin}.`)).toBeVisible({ timeout: 30_000 })
  await eventually(
    () => lies(sku, bin),
    (units) => units === before + UNITS,
  )
})
