import { describe, expect, it } from 'vitest'
import { isOutside, ownReach, type Resolve, whyNotOutside } from './guard-address'

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

describe('what the operator has named', () => {
  const named = {
    loopback: false,
    targets: {
      networks: [
        { address: '10.1.0.0', bits: 16 },
        { address: 'fd12::', bits: 16 },
      ],
      hosts: ['hooks.internal'],
    },
  }

  it('is reached by its network, however it is written, and no other inside is', () => {
    for (const address of ['10.1.2.3', '::ffff:10.1.2.3', 'fd12::9'])
      expect(isOutside(address, named)).toBe(true)
    for (const address of ['10.2.0.1', '192.168.0.1', '127.0.0.1', 'fd13::1'])
      expect(isOutside(address, named)).toBe(false)
  })

  it('is reached by its name, and another name of the same address is not', async () => {
    const inside = standsFor('192.168.7.7')
    expect(await whyNotOutside('http://Hooks.internal:8080/', named, inside)).toBeNull()
    expect(await whyNotOutside('http://other.internal/', named, inside)).toMatch(/inside/)
    expect(await whyNotOutside('http://any.example/', named, standsFor('10.1.9.9'))).toBeNull()
    expect(await whyNotOutside('http://10.1.9.9/', named)).toBeNull()
  })

  it('is read from the environment', async () => {
    process.env.STOWLINE_PRIVATE_TARGETS = '10.1.0.0/16'
    const reach = ownReach()
    delete process.env.STOWLINE_PRIVATE_TARGETS
    expect(isOutside('10.1.0.9', reach)).toBe(true)
    expect(isOutside('10.1.0.9', ownReach())).toBe(false)
  })
})
