import { readdirSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { signIn } from '../fixtures/demo-house'
import { allDone, eventually, machine, orderOf } from '../fixtures/machine'

/** Addresses of pages, as their folders spell them: `/orders/[orderNumber]`. */
const PAGES = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((name) => /(^|\/)page\.tsx$/.test(name))
  .map((name) => `/${name.replace(/\/?page\.tsx$/, '')}`.replace(/\/\([^)]+\)/g, '') || '/')
/** Things that a fresh house may have none of: nobody has counted, planned moves, or failed yet. */
const MAY_BE_MISSING = [
  '/dead-letters/[id]',
  '/runs/[id]',
  '/inventory/counts/[id]',
  '/pick/counts/[id]',
  '/settings/webhooks/[id]',
]
const isNamed = (page: string) => page.includes('[')
const matcher = (page: string) => new RegExp(`^${page.replace(/\[[^\]]+\]/g, '[^/?#]+')}(?:[?#]|$)`)

/** Whatever the browser says that the policy forbade, of every page of this context. */
async function hearViolations(page: Page): Promise<string[]> {
  const said: string[] = []
  await page.exposeFunction('tellViolation', (what: string) => said.push(what))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { violatedDirective, blockedURI, sourceFile, lineNumber, sample } = event
      const about = `${location.pathname}: ${violatedDirective} ${blockedURI} ${sourceFile}:${lineNumber} ${sample}`
      void (window as unknown as { tellViolation: (what: string) => void }).tellViolation(about)
    })
  })
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) said.push(message.text())
  })
  return said
}

/** Opens a page and lets it do what it does by itself; the links that it shows lead to the pages that name a thing. */
async function visit(page: Page, path: string, links: Set<string>): Promise<void> {
  const answer = await page.goto(path)
  expect(answer?.status(), path).toBeLessThan(400)
  // Live screens may never be quiet.
  await page.waitForLoadState('networkidle', { timeout: 5_000 }).catch(() => {})
  for (const href of await page
    .locator('a[href^="/"]')
    .evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? '')))
    links.add(href)
}

/** The pages of a role; a picker's phone is the picker's only. */
const PAGES_OF = {
  manager: PAGES.filter((path) => !/^\/(pick|status)(\/|$)/.test(path)),
  support: PAGES.filter((path) => path.startsWith('/orders')),
  picker: PAGES.filter((path) => /^\/pick(\/|$)/.test(path)),
}

for (const role of ['manager', 'support', 'picker'] as const)
  test(`no screen of a ${role} does what its policy forbids`, async ({ page }) => {
    test.setTimeout(600_000)
    const shop = machine()
    const [sku = ''] = await shop.inStock(1)
    const placed = await shop.place(orderOf(shop.site, sku))
    const { orderNumber } = (await placed.json()) as { orderNumber: string }
    await eventually(() => shop.order(orderNumber), allDone)
    const said = await hearViolations(page)
    const links = new Set([`/orders/${orderNumber}`, `/inventory/${encodeURIComponent(sku)}`])
    const scan = { scanner: 'S1', barcode: 'SEEN-ONCE', at: new Date().toISOString(), seq: Date.now() }
    expect((await shop.send('POST', '/api/scans', { body: { ...scan, site: shop.site } })).status).toBe(200)
    links.add('/conveyor/boxes/SEEN-ONCE')
    // An Inngest server keeps its runs itself.
    const { items = [] } = await shop.get<{ items?: { id: string }[] }>('/api/runs?limit=1')
    for (const { id } of items) links.add(`/runs/${id}`)
    await signIn(page, role)
    const missed: string[] = []
    for (const path of PAGES_OF[role].sort((one, other) => Number(isNamed(one)) - Number(isNamed(other)))) {
      const href = isNamed(path) ? [...links].find((link) => matcher(path).test(link)) : path
      if (href === undefined) missed.push(path)
      else await visit(page, href, links)
    }
    expect(said).toEqual([])
    expect(missed.filter((path) => !MAY_BE_MISSING.includes(path))).toEqual([])
  })

test('answers are safe in a browser, and nobody can put words into their headers', async ({ request }) => {
  const page = await request.get('/sign-in', {
    headers: { 'x-forwarded-host': 'evil.test', 'x-nonce': 'mine' },
  })
  const policy = page.headers()['content-security-policy'] ?? ''
  const nonces = [...(await page.text()).matchAll(/nonce="([^"]+)"/g)].map(([, nonce]) => nonce)
  expect(new Set(nonces).size).toBe(1)
  expect(policy).toContain(`script-src 'nonce-${nonces[0]}' 'strict-dynamic' 'wasm-unsafe-eval';`)
  expect(policy).not.toMatch(/evil|[^-]unsafe-eval|script-src[^;]*unsafe-inline/)
  expect(await page.text()).not.toMatch(/<script(?![^>]*nonce=)/)
  const again = await request.get('/sign-in')
  expect(again.headers()['content-security-policy']).not.toContain(nonces[0])
  for (const path of ['/api/health/live', '/api/orders', '/no-such-page', '/service-worker.js']) {
    const headers = (await request.get(path)).headers()
    expect(headers, path).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=(self)'),
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
    })
    expect(headers, path).not.toHaveProperty('x-powered-by')
    expect(headers, path).not.toHaveProperty('strict-transport-security')
  }
})
