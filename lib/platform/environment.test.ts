import { expect, it } from 'vitest'
import { readEnvironment } from './environment'

it('opens the demo with gentle traffic when no database is named', () => {
  expect(readEnvironment({})).toMatchObject({ PORT: 3000, STOWLINE_DEMO: true, STOWLINE_TRAFFIC: true })
})

it('opens no demo and makes no traffic on a database of your own, unless it is asked for', () => {
  const DATABASE_URL = 'postgresql://db/stowline'
  expect(readEnvironment({ DATABASE_URL })).toMatchObject({ STOWLINE_DEMO: false, STOWLINE_TRAFFIC: false })
  const traffic = readEnvironment({ DATABASE_URL, STOWLINE_TRAFFIC: '1' })
  expect(traffic.STOWLINE_TRAFFIC).toBe(false)
  expect(readEnvironment({ DATABASE_URL, STOWLINE_DEMO: '1' }).STOWLINE_DEMO).toBe(true)
})

it('takes an empty variable for an absent one', () => {
  expect(readEnvironment({ DATABASE_URL: '', PORT: '' })).toMatchObject({ PORT: 3000, STOWLINE_DEMO: true })
})

it.each([
  [{ PORT: '99999' }, 'PORT'],
  [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL'],
  [{ STOWLINE_DEMO: 'yes' }, 'STOWLINE_DEMO'],
])('names what is wrong in %o', (wrong, name) => {
  expect(() => readEnvironment(wrong)).toThrow(new RegExp(`^Wrong environment: ${name}: `))
})

it('refuses a part that is not built rather than ignore it, and never says a secret', () => {
  expect(() => readEnvironment({ STRIPE_SECRET_KEY: 'sk_live_secret' })).toThrow(
    /^(?!.*sk_live).*STRIPE_SECRET_KEY/,
  )
})
