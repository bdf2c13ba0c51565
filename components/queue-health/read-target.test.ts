import { expect, it } from 'vitest'
import { readTarget } from './read-target'

const typed = { site: 'S', minSeverity: 'warning' } as const

it('reads an e-mail address and both shapes of a webhook', () => {
  expect(readTarget({ ...typed, kind: 'email', address: ' night@store.example ' })).toMatchObject({
    body: { kind: 'email', address: 'night@store.example' },
  })
  expect(readTarget({ ...typed, kind: 'slack', address: 'https://hooks.example/x' })).toMatchObject({
    body: { kind: 'webhook', format: 'slack' },
  })
})

it.each([
  ['email', 'night at store', 'no e-mail address'],
  ['standard', 'hooks.example', 'begins with https'],
  ['slack', 'ftp://hooks.example', 'begins with https'],
] as const)('says what is wrong with the %s %s', (kind, address, why) => {
  expect(readTarget({ ...typed, kind, address })).toMatchObject({ why: expect.stringContaining(why) })
})
