import { expect, it } from 'vitest'
import { isFromOurPage } from './is-from-our-page'

const changed = (headers: Record<string, string>) =>
  isFromOurPage('POST', new Headers({ host: 'house.test', ...headers }))

it('takes a change from a page of ours', () => {
  expect(changed({ origin: 'https://house.test', 'sec-fetch-site': 'same-origin' })).toBe(true)
  expect(changed({ origin: 'http://house.test' })).toBe(true)
  expect(changed({ 'sec-fetch-site': 'same-origin' })).toBe(true)
})

it.each([
  {},
  { origin: 'https://evil.test' },
  { origin: 'null' },
  { origin: 'https://house.test.evil.test' },
  { 'sec-fetch-site': 'none' },
  { 'sec-fetch-site': 'cross-site', origin: 'https://house.test' },
  { 'sec-fetch-site': 'same-site', origin: 'https://other.house.test' },
])('takes no change that says %j', (headers) => {
  expect(changed(headers as Record<string, string>)).toBe(false)
})

it('lets everybody look', () => {
  expect(isFromOurPage('GET', new Headers({ 'sec-fetch-site': 'cross-site' }))).toBe(true)
})
