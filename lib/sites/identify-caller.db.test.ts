import { beforeEach, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { stockShop } from '@/lib/testing/open-shop'
import { createApiKey } from './create-api-key'
import { createUser } from './create-user'
import { identifyCaller } from './identify-caller'
import { mayEnter, mayHear, mayKnow } from './rules/may-enter'

beforeEach(async () => {
  await emptyDatabase()
  await stockShop({})
})
const bearer = (key: string) => new Headers({ authorization: `Bearer ${key}` })

it('knows a machine by its key, which is stored only as a hash', async () => {
  const { key } = await createApiKey({ name: 'till', scopes: ['orders'], siteId: 'TEST-1' })
  const caller = await identifyCaller(bearer(key))
  expect(caller).toMatchObject({ kind: 'machine', scopes: ['orders'], siteId: 'TEST-1' })
  expect(JSON.stringify(await db.apiKey.findMany())).not.toContain(key)
})

it('knows nobody by a wrong, revoked or expired key, or without one', async () => {
  const { key } = await createApiKey({ name: 'old', scopes: ['all'], siteId: null })
  await db.apiKey.updateMany({ data: { revokedAt: new Date() } })
  expect(await identifyCaller(bearer(key))).toBeNull()
  expect(await identifyCaller(bearer('slk_wrong'))).toBeNull()
  expect(await identifyCaller(new Headers())).toBeNull()
  expect(await identifyCaller(new Headers({ cookie: 'stowline.session_token=forged' }))).toBeNull()
})

it('opens doors by scope or role and hides the things of other sites', () => {
  const till = { kind: 'machine', clientId: 'key:1', scopes: ['orders'], siteId: 'A' } as const
  const machine = { ...till, scopes: [...till.scopes] }
  expect(mayEnter(machine, { scope: 'orders', roles: ['manager'] })).toBe(true)
  expect(mayEnter(machine, { scope: 'read' })).toBe(false)
  expect(mayEnter(machine, { roles: ['manager'] })).toBe(false)
  expect([mayKnow(machine, 'A'), mayKnow(machine, 'B')]).toEqual([true, false])
  const site = { id: 'A', name: 'A', timeZone: 'UTC', currency: 'EUR', locale: 'en' }
  const picker = {
    kind: 'person',
    clientId: 'p',
    name: 'P',
    email: 'p@x',
    role: 'picker',
    sites: [site],
  } as const
  const person = { ...picker, sites: [...picker.sites] }
  expect([
    mayHear(person, 'A', 'picks'),
    mayHear(person, 'A', 'orders'),
    mayHear(person, 'B', 'picks'),
  ]).toEqual([true, false, false])
})

it('makes one account for an e-mail, with a long password', async () => {
  const ada = { email: 'Ada@example.com', name: 'Ada', role: 'manager', siteIds: ['TEST-1'] } as const
  const wish = { ...ada, siteIds: [...ada.siteIds] }
  await expect(createUser({ ...wish, password: 'short' })).rejects.toThrow('12 characters')
  await createUser({ ...wish, password: 'long enough for us' })
  await expect(createUser({ ...wish, password: 'long enough for us' })).rejects.toThrow(
    'has an account already',
  )
})
