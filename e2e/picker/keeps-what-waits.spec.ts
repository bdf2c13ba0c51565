import { devices, expect, type Page, test } from '@playwright/test'
import { demo, signIn } from '../fixtures/demo-house'
import { eventually, machine, orderOf } from '../fixtures/machine'
import { scan } from '../fixtures/scanner'

test.use({ ...devices['Pixel 7'], defaultBrowserType: undefined })

const shop = machine()

type Count = { id: string; state: string; items: { sku: string; counted: number }[] }
type Level = { bins: { bin: string; onHand: number }[] }
type Move = {
  id: string
  state: string
  transfers: { sku: string; from: { bin: string }; to: { bin: string } }[]
}

const level = (sku: string) => shop.get<Level>(`/api/stock?sku=${sku}&site=${shop.site}`)
const readCount = (id: string) => shop.get<Count>(`/api/counts/${id}`)

/** A count of one item in one bin. */
async function openCount(place: number) {
  const sku = (await shop.inStock(5))[place] ?? ''
  const { bins } = await level(sku)
  const { bin = '', onHand = 0 } = bins.find((one) => one.onHand > 0) ?? {}
  const body = { site: shop.site, bin, sku, reason: 'e2e' }
  const answer = await shop.send('POST', '/api/counts', { body })
  expect([200, 201]).toContain(answer.status)
  return { id: ((await answer.json()) as { id: string }).id, bin, sku, onHand }
}

const isCounted = (sku: string, units: number) => (count: Count) =>
  count.items.some((item) => item.sku === sku && item.counted === units)

async function signInHere(page: Page) {
  const picker = demo().users.find(({ role }) => role === 'picker')
  await page.getByLabel('E-mail').fill(picker?.email ?? '')
  await page.getByLabel('Password', { exact: true }).fill(picker?.password ?? '')
  await page.getByRole('button', { name: 'Sign in' }).click()
}

test('a line counted without a network outlives the page and the session, and is told from any of the phone’s screens', async ({
  page: first,
  context,
}) => {
  const { id, sku, onHand } = await openCount(20)
  await signIn(first, 'picker')
  await first.goto(`/pick/counts/${id}`)
  await expect(first.getByRole('group', { name: 'How many lie there' })).toBeVisible()
  await context.setOffline(true)
  for (const digit of String(onHand + 2))
    await first.getByRole('button', { name: digit, exact: true }).click()
  await first.getByRole('button', { name: `Count ${onHand + 2}, next` }).click()
  await expect(first.getByText('Offline, 1 waits')).toBeVisible()
  await first.close({ runBeforeUnload: false })

  await context.clearCookies()
  await context.setOffline(false)
  const page = await context.newPage()
  await page.goto('/pick')
  await page.waitForURL(/\/sign-in/)
  expect((await readCount(id)).items).toEqual([])
  await signInHere(page)
  await expect(page.getByRole('heading', { name: 'Picking' })).toBeVisible()
  await eventually(() => readCount(id), isCounted(sku, onHand + 2))
  await shop.send('POST', `/api/counts/${id}/cancel`, { body: {} })
})

test('what waited in the queues of an older version of the page arrives', async ({ page }) => {
  const { id, bin, sku, onHand } = await openCount(21)
  await signIn(page, 'picker')
  const session = await page.request.get('/api/auth/get-session')
  const { user } = (await session.json()) as { user: { id: string } }
  // Of the same origin, and no page that keeps anything itself.
  await page.goto('/api/health/live')
  await page.evaluate(
    async ([userId, countId, line]) => {
      const waiting = { countId, name: 'Something', problem: null, line }
      localStorage.setItem('stowline:count-lines', JSON.stringify([waiting]))
      const notice = { id: 'old', title: 'Told before the update', text: 'Still to be read.' }
      const opening = indexedDB.open('stowline-pick')
      // No page may have come to it yet.
      opening.onupgradeneeded = () => void opening.result.createObjectStore('phones')
      await new Promise((resolve) => {
        opening.onsuccess = resolve
      })
      const work = opening.result.transaction('phones', 'readwrite')
      const old = { shape: 1, tour: null, acts: [], notices: [notice] }
      work.objectStore('phones').put(old, userId)
      await new Promise((resolve) => {
        work.oncomplete = resolve
      })
    },
    [
      user.id,
      id,
      { operationId: crypto.randomUUID(), bin, sku, quantity: onHand + 3, at: new Date().toISOString() },
    ] as const,
  )
  await page.goto('/pick')
  await expect(page.getByText('Told before the update')).toBeVisible()
  await eventually(() => readCount(id), isCounted(sku, onHand + 3))
  expect(await page.evaluate(() => localStorage.getItem('stowline:count-lines'))).toBeNull()
  await shop.send('POST', `/api/counts/${id}/cancel`, { body: {} })
})

test('a tap before the page’s script is there asks for the tour all the same', async ({ page, context }) => {
  await signIn(page, 'picker')
  await page.close()
  const again = await context.newPage()
  let release = () => {}
  const isReleased = new Promise<void>((resolve) => {
    release = resolve
  })
  await context.route('**/_next/static/chunks/*.js', async (route) => {
    await isReleased
    await route.continue()
  })
  // A service worker would have the script already.
  const bare = await context.newCDPSession(again)
  await bare.send('Network.enable')
  await bare.send('Network.setBypassServiceWorker', { bypass: true })
  await again.goto('/pick', { waitUntil: 'commit' })
  const asked = again.waitForRequest((request) => request.url().includes('/api/picks/next'))
  await again.getByRole('button', { name: 'Get the next tour' }).click()
  await asked
  await expect(again.getByText('Planning your walk…')).toBeVisible()
  release()
  await expect(
    again.getByRole('region', { name: /^Bin / }).or(again.getByText('Nothing to pick')),
  ).toBeVisible()
  await shop.giveBackTours()
})

test('a move is scanned from bin to bin without a network, and arrives', async ({ page, context }) => {
  test.setTimeout(120_000)
  // Items that many orders take from afar would better lie near.
  const skus = (await shop.inStock(60)).slice(-3)
  const orders: string[] = []
  for (let index = 0; index < 30; index++) {
    const answer = await shop.place(orderOf(shop.site, skus[index % skus.length] ?? ''))
    orders.push(((await answer.json()) as { orderNumber: string }).orderNumber)
  }
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' }).format(Date.now())
  const slotting = `/api/sites/${shop.site}/slotting`
  const advice = await (await shop.send('POST', `${slotting}?day=${day}`)).json()
  const move = (advice as { moves: Move[] }).moves.find(
    ({ state, transfers }) => state === 'proposed' && transfers.length === 1,
  )
  const [transfer] = move?.transfers ?? []
  if (!move || !transfer) throw new Error('no move is advised')
  await shop.send('POST', `${slotting}/moves/${move.id}`, { body: { state: 'accepted' } })
  const lies = async () => {
    const { bins } = await level(transfer.sku)
    return bins.filter(({ bin }) => bin === transfer.to.bin).reduce((sum, { onHand }) => sum + onHand, 0)
  }
  const before = await lies()

  await signIn(page, 'picker')
  await page.goto('/pick/moves')
  await page
    .getByRole('button', { name: new RegExp(transfer.from.bin) })
    .first()
    .click()
  await context.setOffline(true)
  await scan(page, transfer.to.bin)
  await expect(page.getByRole('alert').filter({ hasText: 'Not this' })).toBeVisible()
  await scan(page, transfer.from.bin)
  await page.getByRole('button', { name: 'Type the item' }).click()
  await page.getByLabel('Type the item', { exact: true }).fill(transfer.sku)
  await page.keyboard.press('Enter')
  await scan(page, transfer.to.bin)
  await expect(page.getByText('Kept on this phone.')).toBeVisible()
  await expect(page.getByText('Offline, 1 waits')).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByText('Done.')).toBeVisible()
  await eventually(lies, (units) => units > before)

  // Whoever picks next must not be sent for these.
  for (const order of orders)
    expect(
      (await shop.send('POST', `/api/orders/${order}/cancel`, { body: { reason: 'Of a test' } })).status,
    ).toBe(200)
  await eventually(
    () => shop.get<{ items: { orderNumber: string }[] }>(`/api/pick-lists?site=${shop.site}&limit=200`),
    ({ items }) => !items.some(({ orderNumber }) => orders.includes(orderNumber)),
  )
})
