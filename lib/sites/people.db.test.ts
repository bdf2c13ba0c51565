import { beforeEach, expect, it } from 'vitest'
import { auth } from '@/lib/platform/auth'
import { db } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { changeOwnPassword } from './change-own-password'
import { changePerson } from './change-person'
import { changeSite } from './change-site'
import { createSite } from './create-site'
import { createUser } from './create-user'
import { disablePerson } from './disable-person'
import { endSessions } from './end-sessions'
import { identifyCaller } from './identify-caller'
import { invitePerson } from './invite-person'
import { findPerson, listPeople, listSessions } from './list-people'
import { listSites } from './list-sites'
import { resetPassword } from './reset-password'
import { mayEnter } from './rules/may-enter'
import type { Role } from './schema'

const OWN = 'a password of one’s own'
const NOW = new Date()

beforeEach(async () => {
  await emptyDatabase()
  const place = { timeZone: 'UTC', currency: 'EUR', locale: 'en' }
  await db.site.createMany({ data: ['S1', 'S2'].map((id) => ({ id, name: id, ...place })) })
})

async function person(name: string, role: Role, ...siteIds: string[]): Promise<string> {
  const email = `${name}@example.com`
  return (await createUser({ name, email, password: OWN, role, siteIds })).userId
}

async function signIn(name: string, password = OWN): Promise<Headers | null> {
  const body = { email: `${name}@example.com`, password }
  const response = await auth.api.signInEmail({ body, asResponse: true })
  if (!response.ok) return null
  const cookie = response.headers.getSetCookie().map((one) => one.split(';')[0])
  return new Headers({ cookie: cookie.join('; '), host: 'localhost:3000' })
}
const sessionOf = async (userId: string) =>
  (await db.session.findFirstOrThrow({ where: { userId }, orderBy: { createdAt: 'desc' } })).id

it('lets an invited person do nothing but choose a password, and then makes them one of their sites', async () => {
  const invited = await invitePerson(
    { name: 'max', email: 'max@example.com', role: 'picker', siteIds: ['S1'] },
    NOW,
  )
  if (invited.outcome !== 'invited') throw new Error(invited.outcome)
  const { userId, password } = invited
  const headers = (await signIn('max', password)) ?? new Headers()
  const caller = await identifyCaller(headers)
  if (!caller) throw new Error('nobody')
  expect(caller).toMatchObject({ isProvisional: true, sites: [] })
  expect(mayEnter(caller, { roles: ['picker'] })).toBe(false)
  expect(mayEnter(caller, { roles: ['picker'], isForProvisional: true })).toBe(true)

  const own = { userId, sessionId: await sessionOf(userId) }
  expect(await changeOwnPassword(own, { current: 'a guess', next: OWN }, NOW)).toEqual({ outcome: 'wrong' })
  expect(await changeOwnPassword(own, { current: password, next: OWN }, NOW)).toEqual({ outcome: 'changed' })
  expect(await identifyCaller(headers)).toMatchObject({ role: 'picker', sites: [{ id: 'S1' }] })
  expect([await signIn('max', password), await signIn('max')]).toEqual([null, expect.any(Headers)])
})

it('invites an e-mail once, and a password that nobody used lapses after a week', async () => {
  const wish = { name: 'max', email: 'Max@example.com', role: 'picker' as const, siteIds: ['S1', 'S1'] }
  const invited = await invitePerson(wish, new Date(NOW.getTime() - 8 * 86_400_000))
  expect(await invitePerson(wish, NOW)).toEqual({ outcome: 'known' })
  if (invited.outcome !== 'invited') throw new Error(invited.outcome)
  await signIn('max', invited.password)
  const own = { userId: invited.userId, sessionId: await sessionOf(invited.userId) }
  const choice = { current: invited.password, next: OWN }
  expect(await changeOwnPassword(own, choice, NOW)).toEqual({ outcome: 'lapsed' })
  expect(await findPerson(invited.userId, ['S1'], NOW)).toMatchObject({ state: 'lapsed', sites: ['S1'] })
})

it('is invited once by a button that is pressed twice', async () => {
  const wish = { name: 'max', email: 'max@example.com', role: 'picker' as const, siteIds: ['S1'] }
  const outcomes = await Promise.all([1, 2, 3].map(() => invitePerson(wish, NOW)))
  expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['invited', 'known', 'known'])
})

it('ends the sessions of who is disabled at once, though their cookie is good for a minute more', async () => {
  await person('ada', 'manager', 'S1')
  const id = await person('max', 'picker', 'S1')
  const headers = (await signIn('max')) ?? new Headers()
  expect(await identifyCaller(headers)).not.toBeNull()
  expect(await disablePerson(id, ['S1'], NOW)).toEqual({ outcome: 'disabled' })
  expect(await disablePerson(id, ['S1'], NOW)).toEqual({ outcome: 'disabled' })
  expect([await identifyCaller(headers), await signIn('max')]).toEqual([null, null])
  expect(await listPeople('S1', ['S1'], NOW)).toMatchObject([{ name: 'ada' }, { state: 'disabled' }])
  const reset = await resetPassword(id, ['S1'], NOW)
  if (reset.outcome !== 'reset') throw new Error(reset.outcome)
  expect(await signIn('max', reset.password)).not.toBeNull()
})

it('ends one session, or all but the own one', async () => {
  const id = await person('max', 'picker', 'S1')
  const [first, second, third] = [await signIn('max'), await signIn('max'), await signIn('max')]
  const own = await sessionOf(id)
  const sessions = await listSessions(id, own, NOW)
  expect(sessions.map(({ isThis }) => isThis).sort()).toEqual([false, false, true])
  const other = sessions.find(({ isThis }) => !isThis)?.id
  expect(await endSessions(id, { only: other })).toEqual({ ended: 1 })
  expect(await endSessions(id, { except: own })).toEqual({ ended: 1 })
  const standing = await Promise.all(
    [first, second, third].map((one) => identifyCaller(one ?? new Headers())),
  )
  expect(standing.filter((caller) => caller !== null)).toHaveLength(1)
})

it('leaves no site without a manager: neither by disabling, another role nor another site, nor by two at once', async () => {
  const ada = await person('ada', 'manager', 'S1', 'S2')
  const both = ['S1', 'S2']
  const only = { outcome: 'last-manager', site: 'S1' }
  expect(await disablePerson(ada, both, NOW)).toEqual(only)
  expect(await changePerson(ada, { name: 'ada', role: 'support', sites: both }, both)).toEqual(only)
  expect(await changePerson(ada, { name: 'ada', role: 'manager', sites: ['S2'] }, both)).toEqual(only)
  const bea = await person('bea', 'manager', ...both)
  const outcomes = await Promise.all([disablePerson(ada, both, NOW), disablePerson(bea, both, NOW)])
  expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['disabled', 'last-manager'])
})

it('lets a manager act on people of their sites only, and gives no site that is not theirs', async () => {
  const ada = await person('ada', 'manager', 'S1', 'S2')
  const max = await person('max', 'picker', 'S1', 'S2')
  const eve = await person('eve', 'picker', 'S2')
  expect(await changePerson(eve, { name: 'eve', role: 'manager', sites: ['S1'] }, ['S1'])).toEqual({
    outcome: 'unknown',
  })
  expect(await resetPassword(max, ['S1'], NOW)).toEqual({ outcome: 'beyond-reach' })
  expect(await changePerson(max, { name: 'max', role: 'manager', sites: ['S1'] }, ['S1'])).toEqual({
    outcome: 'beyond-reach',
  })
  expect(await changePerson(max, { name: 'max', role: 'picker', sites: [] }, ['S1'])).toEqual({
    outcome: 'changed',
  })
  expect(await findPerson(max, ['S1'], NOW)).toBeNull()
  expect(await findPerson(max, ['S2'], NOW)).toMatchObject({ sites: ['S2'], isElsewhere: false })
  expect(await findPerson(ada, ['S1'], NOW)).toMatchObject({ sites: ['S1'], isElsewhere: true })
  expect(await changePerson(max, { name: 'max', role: 'picker', sites: [] }, ['S2'])).toEqual({
    outcome: 'no-site',
  })
})

it('counts another role at once, and signs its person out', async () => {
  await person('ada', 'manager', 'S1')
  const max = await person('max', 'manager', 'S1')
  const headers = (await signIn('max')) ?? new Headers()
  const change = { name: 'Max', role: 'support' as const, sites: ['S1'] }
  expect(await changePerson(max, change, ['S1'])).toEqual({ outcome: 'changed' })
  expect(await identifyCaller(headers)).toBeNull()
  expect(await identifyCaller((await signIn('max')) ?? new Headers())).toMatchObject({
    role: 'support',
    name: 'Max',
  })
})

it('opens a site once, with who opened it, and sets what is set of it', async () => {
  const ada = await person('ada', 'manager', 'S1')
  const site = { id: 'S3', name: 'Third', timeZone: 'UTC', currency: 'EUR', locale: 'en', gln: null }
  expect(await createSite(site, ada)).toEqual({ outcome: 'created' })
  expect(await createSite(site, ada)).toEqual({ outcome: 'known' })
  const change = {
    ...{ name: 'Third', timeZone: 'Europe/Berlin', locale: 'de', gln: '4012345000009' },
    ...{ stepDueSeconds: { 'confirmation-email': 30 }, countLimitUnits: 3, countLimitPercent: 10 },
  }
  expect(await changeSite('S3', change)).toEqual({ outcome: 'changed' })
  expect(await changeSite('S1', change)).toEqual({ outcome: 'known' })
  expect(await listSites(['S3'])).toMatchObject([{ ...change, id: 'S3', people: 1, bins: 0 }])
})
