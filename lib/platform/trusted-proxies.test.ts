import { expect, it } from 'vitest'
import { countedAddress, findClient, readTrustedProxies } from './trusted-proxies'

const isTrusted = readTrustedProxies('10.0.0.0/8, fd00::/8, 192.0.2.7')
const from = (peer: string, headers: Record<string, string> = {}) =>
  findClient({ peer, headers: { host: 'house.test', ...headers } }, isTrusted)

it('believes nobody who is not trusted', () => {
  const said = { 'x-forwarded-host': 'evil.test', 'x-forwarded-proto': 'https' }
  expect(from('203.0.113.9', said)).toEqual({ address: '203.0.113.9', host: 'house.test', isHttps: false })
})

it('takes what an unknown proxy forwards for nobody on this machine', () => {
  expect(from('127.0.0.1').address).toBe('127.0.0.1')
  expect(from('127.0.0.1', { 'x-forwarded-for': '127.0.0.1' }).address).toBe('behind 127.0.0.1')
  expect(from('::1', { forwarded: 'for=127.0.0.1' }).address).toBe('behind ::1')
})

it('hears of the client, the host and the protocol from a trusted proxy', () => {
  const said = {
    'x-forwarded-for': '203.0.113.9',
    'x-forwarded-host': 'shop.test',
    'x-forwarded-proto': 'https',
  }
  expect(from('::ffff:10.1.2.3', said)).toEqual({ address: '203.0.113.9', host: 'shop.test', isHttps: true })
})

it('takes the last stranger of a chain, who may have written what stands before', () => {
  expect(
    from('10.0.0.1', { 'x-forwarded-for': '127.0.0.1, 198.51.100.4, 192.0.2.7, 10.0.0.9' }).address,
  ).toBe('198.51.100.4')
  expect(from('10.0.0.1', { 'x-forwarded-for': '10.0.0.5, 10.0.0.9' }).address).toBe('10.0.0.5')
})

it('says which part is no network', () => {
  expect(() => readTrustedProxies('10.0.0.0/8, proxy')).toThrow('"proxy" is no network')
  expect(readTrustedProxies('')('127.0.0.1')).toBe(false)
})

it('counts a network of IPv6 as one address', () => {
  expect(countedAddress('2001:db8:1:2:3::4')).toBe(countedAddress('2001:db8:1:2:ffff::1'))
  expect(countedAddress('::ffff:192.0.2.1')).toBe('192.0.2.1')
  expect(countedAddress('behind ::1')).toBe('behind ::1')
})
