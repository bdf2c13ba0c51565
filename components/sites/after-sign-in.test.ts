import { expect, it } from 'vitest'
import { afterSignIn } from './after-sign-in'

it.each([
  ['/orders?query=ada#top', '/orders?query=ada#top'],
  [null, '/pick'],
  ['', '/pick'],
  ['orders', '/pick'],
  ['//evil.example/orders', '/pick'],
  ['/\\evil.example', '/pick'],
  ['/\t/evil.example', '/pick'],
  ['//[', '/pick'],
  ['https://evil.example/', '/pick'],
  ['javascript:alert(1)', '/pick'],
  ['/sign-in?next=/sign-in', '/pick'],
])('after signing in, next=%s leads to %s', (next, path) => {
  expect(afterSignIn(next, '/pick')).toBe(path)
})
