import { beforeEach, expect, it, vi } from 'vitest'
import { db } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { createApiKey } from './create-api-key'
import { findApiKey, listApiKeys } from './list-api-keys'
import { areAllSites } from './list-sites'
import { revokeApiKey } from './revoke-api-key'
import { rotateApiKey } from './rotate-api-key'

const HOUR_MS = 3_600_000
const wish = { name: 'till', scopes: ['orders' as const], siteId: 'S1' }

beforeEach(async () => {
  await emptyDatabase()
  const place = { timeZone: 'UTC', currency: 'EUR', locale: 'en' }
  await db.site.createMany({ data: ['S1', 'S2'].map((id) => ({ id, name: id, ...place })) })
  // Each process remembers for 5 s what it knows of a key: a test is a process that has just begun.
  vi.resetModules()
})

async function opens(key: string): Promise<string | null> {
  vi.resetModules()
  const { identifyCaller } = await import('./identify-caller')
  return (await identifyCaller(new Headers({ authorization: `Bearer ${key}` })))?.clientId ?? null
}

it('opens by the old secret and the new one, as the same machine, until the overlap is over', async () => {
  const { id, key } = await createApiKey(wish)
  const rotated = await rotateApiKey(id, 24, new Date())
  if (rotated.outcome !== 'rotated') throw new Error(rotated.outcome)
  expect([await opens(key), await opens(rotated.key)]).toEqual([`key:${id}`, `key:${id}`])
  await db.apiKey.update({ where: { id }, data: { previousUntil: new Date(Date.now() - 1) } })
  expect([await opens(key), await opens(rotated.key)]).toEqual([null, `key:${id}`])
})

it('opens by two secrets at most, and by one without an overlap', async () => {
  const { id, key } = await createApiKey(wish)
  const second = await rotateApiKey(id, 24, new Date())
  const third = await rotateApiKey(id, 0, new Date(Date.now() - HOUR_MS))
  if (second.outcome !== 'rotated' || third.outcome !== 'rotated') throw new Error('not rotated')
  expect([await opens(key), await opens(second.key), await opens(third.key)]).toEqual([
    null,
    null,
    `key:${id}`,
  ])
})

it('gives one new secret when two rotate at once', async () => {
  const { id } = await createApiKey(wish)
  const rotations = await Promise.all([rotateApiKey(id, 1, new Date()), rotateApiKey(id, 1, new Date())])
  for (const rotation of rotations)
    if (rotation.outcome === 'rotated') expect(await opens(rotation.key)).toBe(`key:${id}`)
  expect(rotations.some(({ outcome }) => outcome === 'rotated')).toBe(true)
})

it('runs twice, revokes once, and no secret opens anything any more', async () => {
  const { id, key } = await createApiKey(wish)
  const rotated = await rotateApiKey(id, 24, new Date())
  if (rotated.outcome !== 'rotated') throw new Error(rotated.outcome)
  expect(await revokeApiKey(id, new Date())).toEqual({ outcome: 'revoked' })
  expect(await revokeApiKey(id, new Date())).toEqual({ outcome: 'was-revoked' })
  expect([await opens(key), await opens(rotated.key)]).toEqual([null, null])
  expect(await rotateApiKey(id, 24, new Date())).toEqual({ outcome: 'ended' })
  expect(await findApiKey(id, new Date())).toMatchObject({ state: 'revoked', previousUntil: null })
})

it('opens nothing after its day', async () => {
  const { id, key } = await createApiKey({ ...wish, expiresAt: new Date(Date.now() - 1) })
  expect(await opens(key)).toBeNull()
  expect(await findApiKey(id, new Date())).toMatchObject({ state: 'expired' })
})

it('notes that a key is used once a minute, however often that is', async () => {
  const { id, key } = await createApiKey(wish)
  const used = async () => (await db.apiKey.findUniqueOrThrow({ where: { id } })).lastUsedAt
  expect(await used()).toBeNull()
  await opens(key)
  await vi.waitUntil(used)
  const first = await used()
  await opens(key)
  expect(await used()).toEqual(first)
  await db.apiKey.update({ where: { id }, data: { lastUsedAt: new Date(Date.now() - 61_000) } })
  await opens(key)
  await vi.waitUntil(async () => ((await used())?.getTime() ?? 0) >= (first?.getTime() ?? 0))
})

it('is listed to who may know of its site, with neither secret nor hash, what works first', async () => {
  const { id } = await createApiKey({ ...wish, name: 'a gone' })
  await revokeApiKey(id, new Date())
  const { key } = await createApiKey(wish)
  await createApiKey({ ...wish, name: 'other', siteId: 'S2' })
  await createApiKey({ ...wish, name: 'house', siteId: null })
  const keys = await listApiKeys(['S1'], { withHouse: false }, new Date())
  expect(keys.map(({ name, state }) => `${name} ${state}`)).toEqual(['till active', 'a gone revoked'])
  expect(keys[0]).toMatchObject({ prefix: key.slice(0, 8), site: 'S1' })
  expect(JSON.stringify(keys)).not.toContain(key)
  expect(await listApiKeys('all', { withHouse: true }, new Date())).toHaveLength(4)
  expect([await areAllSites(['S1']), await areAllSites(['S1', 'S2'])]).toEqual([false, true])
})
