import { expect, test } from '@playwright/test'

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
