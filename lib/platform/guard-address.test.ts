import { describe, expect, it } from 'vitest'
import { isOutside, type Resolve, whyNotOutside } from './guard-address'

const nowhere = { loopback: false }
const standsFor =
  (...addresses: string[]): Resolve =>
  (_, __, done) =>
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )

describe('an address', () => {
  it.each(['93.184.216.34', '2606:2800:220:1:248:1893:25c8:1946'])('%s is outside', (address) =>
    expect(isOutside(address, nowhere)).toBe(true),
  )

  it.each([
    ...['10.0.0.1', '172.16.5.4', '192.168.1.1', '127.0.0.1', '127.8.8.8', '0.0.0.0', '169.254.169.254'],
    ...['100.64.0.1', '224.0.0.1', '255.255.255.255', '::1', '::', 'fe80::1', 'fd00::1', '::ffff:10.0.0.1'],
    ...['64:ff9b::a00:1', '2002:a00:1::', 'fd00:ec2::254', 'no address'],
  ])('%s is not', (address) => expect(isOutside(address, nowhere)).toBe(false))

  it('of this machine may be reached in the demo, and no other inside', () => {
    expect(isOutside('127.0.0.1', { loopback: true })).toBe(true)
    expect(isOutside('::1', { loopback: true })).toBe(true)
    expect(isOutside('10.0.0.1', { loopback: true })).toBe(false)
  })
})

describe('a URL', () => {
  it.each([
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://[::1]/',
    'http://[::ffff:a9fe:a9fe]/',
  ])('%s leads inside, however it is written', async (url) =>
    expect(await whyNotOutside(url, nowhere)).toMatch(/inside/),
  )

  it('whose name stands for an inside address, beside an outside one too, leads inside', async () => {
    expect(await whyNotOutside('http://in.example/', nowhere, standsFor('10.1.2.3'))).toMatch(/inside/)
    const mixed = standsFor('93.184.216.34', '169.254.169.254')
    expect(await whyNotOutside('http://in.example/', nowhere, mixed)).toMatch(/inside/)
    expect(await whyNotOutside('https://out.example/', nowhere, standsFor('93.184.216.34'))).toBeNull()
  })
})
