import { beforeEach, expect, it } from 'vitest'
import { GET as listOrders } from '@/app/api/orders/route'
import { auth } from '@/lib/platform/auth'
import { db } from '@/lib/platform/db'
import { createUser } from '@/lib/sites/create-user'
import { emptyDatabase } from '@/lib/testing/database'
import { SHOP, stockShop } from '@/lib/testing/open-shop'
import { GET, POST } from './route'

const HOUSE = 'http://house.test'
const PASSWORD = 'a password of the tests'
const ADA = 'ada@example.com'
let userId: string

beforeEach(async () => {
  await emptyDatabase()
  await stockShop({})
  const person = { email: ADA, name: 'Ada', password: PASSWORD, role: 'support', siteIds: [SHOP] } as const
  userId = (await createUser({ ...person, siteIds: [SHOP] })).userId
})

const none = { params: Promise.resolve({}) }
type Asked = { body?: unknown; cookie?: string; from?: string; headers?: Record<string, string> }
function asked(action: string, { body = {}, cookie = '', from = '192.0.2.1', headers = {} }: Asked): Request {
  return new Request(`${HOUSE}/api/auth/${action}`, {
    method: 'POST',
    headers: {
      ...{ host: 'house.test', origin: HOUSE, 'content-type': 'application/json', cookie },
      ...{ 'x-client-address': from, ...headers },
    },
    body: JSON.stringify(body),
  })
}
const signIn = (password = PASSWORD, more: Asked & { email?: string } = {}) =>
  POST(asked('sign-in/email', { ...more, body: { email: more.email ?? ADA, password } }), none)
const cookieOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
/** Whether a session still opens a door. */
const opens = async (cookie: string) =>
  (await listOrders(new Request(`${HOUSE}/api/orders`, { headers: { cookie, host: 'house.test' } }), none))
    .status

async function fail(times: number, more: Parameters<typeof signIn>[1] = {}): Promise<number[]> {
  const statuses: number[] = []
  for (let n = 0; n < times; n++) statuses.push((await signIn('wrong wrong wrong', more)).status)
  return statuses
}

const failedBefore = (failures: number) =>
  db.signInThrottle.updateMany({ data: { failures, blockedUntil: null } })

it('lets somebody mistype five times, and then makes each wrong password wait longer', async () => {
  expect(await fail(5)).toEqual([401, 401, 401, 401, 401])
  for (const [failures, seconds] of [
    [12, 128],
    [40, 300],
  ] as const) {
    await failedBefore(failures)
    expect(await fail(1)).toEqual([401])
    const refused = await signIn()
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(seconds * 0.7)
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(seconds)
    expect(await refused.json()).toMatchObject({ status: 429, title: 'Too many attempts' })
  }
})

it('forgets what was mistyped once the right password comes, and after a quarter of an hour', async () => {
  await fail(5)
  expect((await signIn()).status).toBe(200)
  expect(await db.signInThrottle.findMany({ select: { subject: true, failures: true } })).toEqual([
    { subject: 'address:192.0.2.1', failures: 5 },
  ])
  await fail(5)
  await db.signInThrottle.updateMany({ data: { lastAt: new Date(Date.now() - 16 * 60_000) } })
  expect(await fail(2)).toEqual([401, 401])
  expect(await db.signInThrottle.findFirst({ where: { failures: 2 } })).not.toBeNull()
})

it('lets a whole shift in behind one address at once', async () => {
  const { password } = await db.account.findFirstOrThrow({ where: { userId } })
  const people = Array.from({ length: 60 }, (_, n) => ({
    id: `p${n}`,
    name: 'P',
    email: `p${n}@example.com`,
  }))
  await db.user.createMany({ data: people })
  const credential = { providerId: 'credential', password }
  await db.account.createMany({
    data: people.map(({ id }) => ({ id, accountId: id, userId: id, ...credential })),
  })
  const answers = await Promise.all(people.map(({ email }) => signIn(PASSWORD, { email })))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  expect(await db.session.count()).toBe(60)
})

it('counts a hundred wrong ones of an address, whichever accounts they try', async () => {
  await db.signInThrottle.create({ data: { subject: 'address:192.0.2.1', failures: 110 } })
  expect(await fail(1, { email: 'nobody@example.com' })).toEqual([401])
  expect((await signIn()).status).toBe(429)
  expect((await signIn(PASSWORD, { from: '192.0.2.2' })).status).toBe(200)
})

it('counts guesses that come at once, each of them', async () => {
  await fail(1)
  await failedBefore(11)
  const guesses = await Promise.all(Array.from({ length: 20 }, () => signIn('wrong wrong wrong')))
  const looked = guesses.filter(({ status }) => status === 401)
  expect([looked.length, guesses.length - looked.length]).toEqual([1, 19])
})

it('says the same of an account that is there and of one that is not', async () => {
  const [there, not] = [
    await signIn('wrong wrong wrong'),
    await signIn('wrong wrong wrong', { email: 'x@y.example' }),
  ]
  expect([not.status, await not.json()]).toEqual([there.status, await there.json()])
  await failedBefore(12)
  expect(await fail(2, { email: 'x@y.example' })).toEqual([401, 429])
})

it('writes down who signed in, who failed to, and who signed out, without an e-mail', async () => {
  await fail(1)
  const cookie = cookieOf(await signIn())
  expect(await opens(cookie)).toBe(200)
  expect((await POST(asked('sign-out', { cookie }), none)).status).toBe(200)
  expect(await opens(cookie)).toBe(401)
  const entries = await db.auditEntry.findMany({ orderBy: { id: 'asc' } })
  expect(entries.map(({ action, outcome }) => `${action} ${outcome}`)).toEqual([
    ...['signIn refused', 'signIn allowed', 'signOut allowed'],
  ])
  expect(entries[1]).toMatchObject({ actor: `person:${userId}`, subject: `person:${userId}` })
  expect(JSON.stringify(entries, (_, value) => String(value))).not.toContain(ADA)
})

it('gives a new session at each sign-in and ends the one that came along', async () => {
  const before = cookieOf(await signIn())
  const after = cookieOf(await signIn(PASSWORD, { cookie: before }))
  expect(after).not.toBe(before)
  expect([await opens(before), await opens(after)]).toEqual([401, 200])
})

it('ends every session of whoever gets another role or password', async () => {
  for (const change of [
    () => db.user.update({ where: { id: userId }, data: { role: 'manager' } }),
    () => db.account.updateMany({ where: { userId }, data: { password: 'another hash' } }),
  ]) {
    const cookie = cookieOf(await signIn())
    expect(await opens(cookie)).toBe(200)
    await change()
    expect(await opens(cookie)).toBe(401)
  }
})

it('takes no sign-in from a page of another site, and does not count it', async () => {
  const evil = { headers: { origin: 'https://evil.test' } }
  expect((await signIn(PASSWORD, evil)).status).toBe(403)
  expect(await db.signInThrottle.findMany({ where: { failures: { gt: 0 } } })).toEqual([])
})

it('opens no other action of better-auth', async () => {
  for (const action of [
    'sign-up/email',
    'update-user',
    'delete-user',
    'change-password',
    'request-password-reset',
    'sign-in/social',
  ])
    expect((await POST(asked(action, {}), none)).status, action).toBe(404)
  expect((await GET(new Request(`${HOUSE}/api/auth/reference`), none)).status).toBe(404)
})

it('sends cookies that no script reads and no other site gets', async () => {
  const [cookie = ''] = (await signIn()).headers.getSetCookie()
  expect(cookie).toMatch(/^stowline\.session_token=.*HttpOnly.*SameSite=Lax/i)
  expect(cookie).toMatch(/Path=\//)
  const { options } = await auth.$context
  expect(options.advanced?.useSecureCookies).toBe(false)
})
