import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { opensTo, pathInHouse, SCREENS } from './path-in-house'

it('keeps a screen with its filters, without the page of the list', () => {
  expect(pathInHouse('/orders?status=placed&cursor=abc')).toBe('/orders?status=placed')
  expect(pathInHouse('/')).toBe('/')
  expect(pathInHouse('/inventory/MILK?site=S1')).toBe('/inventory/MILK?site=S1')
})

it.each([
  '//evil.example/orders',
  '/\\evil.example/orders',
  '/.//evil.example/orders',
  '/orders/..//evil.example',
  '/\t/evil.example/orders',
  'https://evil.example/orders',
  'javascript:alert(1)',
  'orders',
  '',
  '/api/orders',
  '/sign-in?next=/orders',
  '/orders/../api/orders',
  '/no-such-screen',
  `/orders?query=${'x'.repeat(500)}`,
])('keeps nothing that leads elsewhere: %s', (path) => {
  expect(pathInHouse(path)).toBeNull()
})

it('keeps what it kept, and stays in the house whatever is asked', () => {
  const part = fc.oneof(
    fc.constantFrom('orders', '..', '.', '//', '\\', '@', ':', '%2f', '?', '#', 'a'),
    fc.string(),
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const path = pathInHouse(`/${parts.join('/')}`)
      if (path === null) return
      expect(new URL(path, 'https://stowline.example').origin).toBe('https://stowline.example')
      expect(path.length).toBeLessThanOrEqual(500)
      expect(pathInHouse(path)).toBe(path)
    }),
  )
})

it('knows every screen at a desk', () => {
  const folders = readdirSync('app/(house)', { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const rooms = folders.map(({ name }) => name).filter((name) => name !== 'pick')
  expect([...SCREENS].sort()).toEqual(['', ...rooms].sort())
})

it('leads support to orders only, and pickers nowhere', () => {
  expect(['/orders?query=a', '/orders/1', '/inventory', '/'].map((path) => opensTo('support', path))).toEqual(
    [...[true, true, false, false]],
  )
  expect(opensTo('picker', '/orders')).toBe(false)
  expect(opensTo('manager', '/queues')).toBe(true)
})
