import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { hashSource, SONNER_STYLES, safeHeaders } from './safe-headers'

const visit = {
  path: '/orders',
  host: 'house.test:3000',
  isHttps: false,
  nonce: 'bm9uY2U=',
  isDevelopment: false,
}
const policy = (about: Partial<typeof visit>) =>
  safeHeaders({ ...visit, ...about })['content-security-policy'] ?? ''

it('lets a page run what has its nonce, and nothing that is written into it', () => {
  const scripts = policy({})
    .split('; ')
    .find((rule) => rule.startsWith('script-src'))
  expect(scripts).toBe("script-src 'nonce-bm9uY2U=' 'strict-dynamic' 'wasm-unsafe-eval'")
  expect(policy({})).toContain("connect-src 'self' ws://house.test:3000")
  expect(policy({ isHttps: true })).toContain("connect-src 'self' wss://house.test:3000")
})

it('writes no host into a header that is none', () => {
  expect(policy({ host: "x; script-src 'unsafe-inline'" })).toContain("connect-src 'self';")
})

it('gives what the API answers no right at all, and a worker its own', () => {
  expect(policy({ path: '/api/orders' })).toBe("default-src 'none'; frame-ancestors 'none'")
  expect(policy({ path: '/service-worker.js' })).toContain("script-src 'self' 'wasm-unsafe-eval'")
})

it('speaks of HTTPS only where it is served', () => {
  expect(safeHeaders(visit)).not.toHaveProperty('strict-transport-security')
  expect(safeHeaders({ ...visit, isHttps: true })).toHaveProperty('strict-transport-security')
})

it('knows the styles that sonner adds by itself', () => {
  const source = readFileSync('node_modules/sonner/dist/index.mjs', 'utf8')
  const [, text = '""'] = /__insertCSS\(("(?:[^"\\]|\\.)*")\)/.exec(source) ?? []
  expect(hashSource(JSON.parse(text))).toBe(SONNER_STYLES)
})
