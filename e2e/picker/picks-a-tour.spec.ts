import { type BrowserContext, devices, expect, type Page, test } from '@playwright/test'
import { signIn } from '../fixtures/demo-house'
import { eventually, machine, orderOf } from '../fixtures/machine'
import { scan } from '../fixtures/scanner'

test.use({ ...devices['Pixel 7'], defaultBrowserType: undefined })

const shop = machine()
const rulesPath = `/api/sites/${shop.site}/picking-rules`

type Stop = {
  seq: number
  bin: string
  sku: string
  gtin: string
  quantity: number
  picked: number
  state: string
}
type Tour = { tourId: string; state: string; stops: (Stop & { tote: string })[]; end: { code: string } }

type PickLists = { items: { pickListId: string; orderNumber: string }[] }

const readTour = ({ tourId }: Tour) => shop.get<Tour>(`/api/picks/${tourId}`)
const onHand = async (sku: string) =>
  (await shop.get<{ onHand: number }>(`/api/stock?sku=${sku}&site=${shop.site}`)).onHand

/** Orders that are walked next, whatever else waits. */
async function placeOrders(skus: readonly string[]) {
  const numbers: string[] = []
  for (const [index, sku] of skus.entries()) {
    const body = orderOf(shop.site, sku, (index % 3) + 1)
    const other = skus[(index + 1) % skus.length] ?? sku
    const answer = await shop.place({ ...body, lines: [...body.lines, { sku: other, quantity: 1 }] })
    numbers.push(((await answer.json()) as { orderNumber: string }).orderNumber)
  }
  const { items } = await eventually(
    () => shop.get<PickLists>(`/api/pick-lists?site=${shop.site}&limit=200`),
    ({ items }) => numbers.every((number) => items.some(({ orderNumber }) => orderNumber === number)),
  )
  for (const { pickListId } of items.filter(({ orderNumber }) => numbers.includes(orderNumber)))
    expect((await shop.send('POST', `/api/pick-lists/${pickListId}/expedite`)).status).toBe(204)
}

/** A tour of expedited orders alone: the picker has no other, and a cart that they fill takes nothing else that waits. */
async function getTour(page: Page, orders: number): Promise<Tour> {
  await shop.giveBackTours()
  const rules = (await shop.get(rulesPath)) as object
  await shop.send('PUT', rulesPath, { body: { ...rules, cartTotes: orders } })
  const answer = page.waitForResponse((response) => response.url().includes('/api/picks/next'))
  await page.getByRole('button', { name: 'Get the next tour' }).click()
  const tour = (await (await answer).json()) as Tour
  await shop.send('PUT', rulesPath, { body: rules })
  return tour
}

const binOnScreen = async (page: Page): Promise<string> =>
  ((await page.getByRole('region', { name: /^Bin / }).getAttribute('aria-label')) ?? '').slice('Bin '.length)

/** Scans bin and item of the stop on the screen, counts, and puts it into its tote; goes on with the next stop. */
async function pickOne(page: Page, tour: Tour, done: Set<number>): Promise<void> {
  const bin = await binOnScreen(page)
  const words = (await page.getByRole('region', { name: /^Bin / }).textContent()) ?? ''
  const stop = tour.stops.find((one) => one.bin === bin && words.includes(one.sku) && !done.has(one.seq))
  if (!stop) throw new Error(`“${words}” is no stop that is left`)
  await scan(page, bin)
  await expect(page.getByRole('button', { name: 'Scan the item' })).toBeVisible()
  await scan(page, stop.gtin)
  if (stop.quantity > 1) await page.getByRole('button', { name: `I have ${stop.quantity}` }).click()
  await expect(page.getByRole('button', { name: /, go on$/ })).toBeVisible()
  await scan(page, stop.tote)
  done.add(stop.seq)
  await expect(page.getByText(`${done.size} of ${tour.stops.length} stops`)).toBeVisible()
}

/** What the page is made of, the decoder of barcodes too, is on the phone. */
const untilKept = (page: Page) =>
  eventually(
    () =>
      page.evaluate(async () => (await (await caches.open('stowline-pick-1')).keys()).map(({ url }) => url)),
    (urls) => urls.some((url) => url.endsWith('.wasm')) && urls.some((url) => url.endsWith('/pick')),
  )

async function reopen(context: BrowserContext, page: Page): Promise<Page> {
  await page.close({ runBeforeUnload: false })
  const again = await context.newPage()
  await again.goto('/pick')
  return again
}

test('a whole tour with the network cut twice and the page killed: every pick counts once', async ({
  page: first,
  context,
}) => {
  test.setTimeout(240_000)
  let page = first
  await placeOrders((await shop.inStock(30)).slice(0, 4))
  await signIn(page, 'picker')
  const tour = await getTour(page, 4)
  expect(tour.stops.length).toBeGreaterThanOrEqual(6)
  const skus = [...new Set(tour.stops.map(({ sku }) => sku))]
  const before = new Map(await Promise.all(skus.map(async (sku) => [sku, await onHand(sku)] as const)))
  const done = new Set<number>()

  await scan(page, '4012345678901')
  await expect(page.getByRole('alert').filter({ hasText: 'Wrong bin' })).toBeVisible()
  await pickOne(page, tour, done)
  await untilKept(page)

  await context.setOffline(true)
  await pickOne(page, tour, done)
  await pickOne(page, tour, done)
  await expect(page.getByText('Offline, 2 wait')).toBeVisible()
  const bin = await binOnScreen(page)
  page = await reopen(context, page)
  await expect(page.getByRole('region', { name: `Bin ${bin}` })).toBeVisible()
  await expect(page.getByText('Offline, 2 wait')).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByText(/Offline|being sent/)).toBeHidden()

  await pickOne(page, tour, done)
  await eventually(
    () => readTour(tour),
    ({ stops }) => stops.filter(({ state }) => state === 'picked').length === done.size,
  )
  await context.setOffline(true)
  await pickOne(page, tour, done)
  await expect(page.getByText('Offline, 1 waits')).toBeVisible()
  await context.setOffline(false)
  while (done.size < tour.stops.length) await pickOne(page, tour, done)

  await expect(page.getByRole('heading', { name: 'Tour done' })).toBeVisible()
  await expect(page.getByText(tour.end.code)).toBeVisible()
  const walked = await eventually(
    () => readTour(tour),
    ({ state }) => state === 'done',
  )
  expect(walked.stops.filter(({ picked, quantity }) => picked !== quantity)).toEqual([])
  for (const sku of skus) {
    const taken = tour.stops.reduce((sum, stop) => sum + (stop.sku === sku ? stop.quantity : 0), 0)
    await eventually(
      () => onHand(sku),
      (units) => units === (before.get(sku) ?? 0) - taken,
    )
  }
})

test('a short pick is told on the spot, and the tour is given back', async ({ page }) => {
  await placeOrders((await shop.inStock(30)).slice(4, 6))
  await signIn(page, 'picker')
  const tour = await getTour(page, 2)
  await page.getByRole('button', { name: 'Not enough here' }).click()
  await page.getByLabel('Too few there').click()
  await page.getByRole('button', { name: 'Short pick, found 0' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Short pick' })).toBeVisible()
  await page.getByRole('button', { name: /^Understood/ }).click()
  const after = await readTour(tour)
  expect(after.stops.filter(({ state }) => state === 'short')).toHaveLength(1)

  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('button', { name: 'Give the tour back' }).click()
  await page.getByRole('button', { name: 'Give it back' }).click()
  await expect(page.getByRole('button', { name: 'Get the next tour' })).toBeVisible()
  await eventually(
    () => readTour(tour),
    ({ state }) => state === 'given-back',
  )
})

test('the page is an app that a phone may install', async ({ page }) => {
  await signIn(page, 'picker')
  const manifest = (await (await page.request.get('/manifest.webmanifest')).json()) as {
    start_url: string
    display: string
    icons: { src: string; type: string }[]
  }
  expect(manifest).toMatchObject({ start_url: '/pick', display: 'standalone' })
  for (const { src, type } of manifest.icons) {
    const icon = await page.request.get(src)
    expect(icon.headers()['content-type']).toContain(type)
  }
  const session = await page.context().newCDPSession(page)
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors')
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([])
})
