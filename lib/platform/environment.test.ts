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
  [{ STOWLINE_PRIVATE_TARGETS: '10.0.0.0/8, 10.0.0.0/40' }, 'STOWLINE_PRIVATE_TARGETS'],
])('names what is wrong in %o', (wrong, name) => {
  expect(() => readEnvironment(wrong)).toThrow(new RegExp(`^Wrong environment: ${name}: `))
})

it('never says what is wrong with the value of a setting, which may be a secret', () => {
  expect(() => readEnvironment({ REDIS_URL: 'http://user:pass@cache' })).toThrow(/^(?!.*pass).*REDIS_URL/)
})

const SERVER = {
  INNGEST_BASE_URL: 'http://inngest:8288',
  INNGEST_EVENT_KEY: 'k',
  INNGEST_SIGNING_KEY: 'ab12',
}

it('takes an Inngest server of your own with both keys, and Inngest Cloud with keys alone', () => {
  expect(readEnvironment(SERVER)).toMatchObject(SERVER)
  const { INNGEST_BASE_URL: _, ...cloud } = SERVER
  expect(readEnvironment({ ...cloud, INNGEST_BASE_URL: '' })).toMatchObject(cloud)
})

it.each([
  [{ ...SERVER, INNGEST_SIGNING_KEY: '' }, 'INNGEST_SIGNING_KEY: is needed with'],
  [{ ...SERVER, INNGEST_EVENT_KEY: '' }, 'INNGEST_EVENT_KEY: is needed with'],
  [{ INNGEST_SIGNING_KEY: 'ab12' }, 'INNGEST_EVENT_KEY: is needed with INNGEST_SIGNING_KEY'],
  [{ ...SERVER, INNGEST_SIGNING_KEY: 'signkey-prod-secret' }, 'INNGEST_SIGNING_KEY: must be'],
  [{ ...SERVER, INNGEST_BASE_URL: 'redis://inngest' }, 'INNGEST_BASE_URL: must start with http'],
])('refuses an Inngest server that is only half told: %o', (half, reason) => {
  expect(() => readEnvironment(half)).toThrow(reason)
  expect(() => readEnvironment(half)).not.toThrow(/\bsecret\b/)
})
