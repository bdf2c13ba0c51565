import { beforeEach, expect, it } from 'vitest'
import { json } from '@/app/answers'
import { door } from '@/app/door'
import { auth } from '@/lib/platform/auth'
import { db } from '@/lib/platform/db'
import { createUser } from '@/lib/sites/create-user'
import type { Role } from '@/lib/sites/schema'
import { verifyAuditLog } from '@/lib/sites/verify-audit-log'
import { emptyDatabase } from '@/lib/testing/database'
import { POST as createKey } from '../keys/route'
import { GET as listOwnSessions } from '../me/sessions/route'
import { POST as disable } from './[id]/disable/route'
import { POST as reset } from './[id]/reset-password/route'
import { PUT as change } from './[id]/route'
import { POST as invite, GET as list } from './route'

const PASSWORD = 'a password of one’s own'

beforeEach(async () => {
  await emptyDatabase()
  const place = { timeZone: 'UTC', currency: 'EUR', locale: 'en' }
  await db.site.createMany({ data: ['S1', 'S2'].map((id) => ({ id, name: id, ...place })) })
})

async function person(name: string, role: Role, ...siteIds: string[]) {
  const email = `${name}@example.com`
  const { userId } = await createUser({ name, email, password: PASSWORD, role, siteIds })
  return { userId, cookie: await signIn(email, PASSWORD) }
}

async function signIn(email: string, password: string): Promise<string> {
  const response = await auth.api.signInEmail({ body: { email, password }, asResponse: true })
  return response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
}

type Route = typeof list
async function ask(route: Route, cookie: string, method: string, body?: object, id = '', query = '') {
  const request = new Request(`http://localhost:3000/api/test${query}`, {
    method,
    headers: {
      ...{ cookie, host: 'localhost:3000', origin: 'http://localhost:3000' },
      'content-type': 'application/json',
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  const response = await route(request, { params: Promise.resolve({ id }) })
  const text = await response.text()
  return { status: response.status, body: text ? JSON.parse(text) : null }
}
const written = async () =>
  (await db.auditEntry.findMany({ orderBy: { id: 'asc' } })).map(
    ({ action, outcome, siteId }) => `${action} ${outcome} ${siteId}`,
  )

const max = { name: 'Max', email: 'Max@example.com', role: 'picker', sites: ['S1'] }

it('invites, changes, resets and disables, and writes each down once, without names or addresses', async () => {
  const { cookie } = await person('ada', 'manager', 'S1')
  const invited = await ask(invite, cookie, 'POST', max)
  expect(invited).toMatchObject({ status: 201, body: { state: 'invited', email: 'max@example.com' } })
  const { id } = invited.body
  expect((await ask(invite, cookie, 'POST', max)).status).toBe(409)
  const support = { name: 'Max', role: 'support', sites: ['S1'] }
  expect(await ask(change, cookie, 'PUT', support, id)).toMatchObject({ body: { role: 'support' } })
  expect((await ask(reset, cookie, 'POST', undefined, id)).body.password).toMatch(/^[\w-]{16}$/)
  expect(await ask(disable, cookie, 'POST', undefined, id)).toMatchObject({ body: { state: 'disabled' } })
  expect(await written()).toEqual([
    'invitePerson allowed S1',
    'changePerson allowed S1',
    'resetPassword allowed S1',
    'disablePerson allowed S1',
  ])
  expect(JSON.stringify(await db.auditEntry.findMany({ select: { subject: true } }))).not.toMatch(/max|@/i)
  expect(await verifyAuditLog()).toMatchObject({ outcome: 'whole' })
})

it('knows nobody of other sites, gives none of them, and leaves no site without a manager', async () => {
  const { cookie, userId } = await person('ada', 'manager', 'S1')
  const eve = await person('eve', 'picker', 'S2')
  expect((await ask(disable, cookie, 'POST', undefined, eve.userId)).status).toBe(404)
  expect((await ask(list, cookie, 'GET', undefined, '', '?site=S2')).status).toBe(404)
  expect((await ask(invite, cookie, 'POST', { ...max, sites: ['S1', 'S2'] })).status).toBe(404)
  expect((await ask(disable, cookie, 'POST', undefined, userId)).body.detail).toContain(
    'Nobody else manages S1',
  )
  expect((await ask(createKey, cookie, 'POST', { name: 'a', scopes: ['all'], site: null })).status).toBe(404)
  expect((await ask(createKey, cookie, 'POST', { name: 'a', scopes: ['all'], site: 'S1' })).status).toBe(201)
})

it('opens to managers only, and refuses who has yet to choose a password everything but that', async () => {
  const { cookie: manager } = await person('ada', 'manager', 'S1')
  const { cookie: picker } = await person('pio', 'picker', 'S1')
  expect((await ask(list, picker, 'GET')).status).toBe(403)
  expect((await ask(list, '', 'GET')).status).toBe(401)
  const { password } = (await ask(invite, manager, 'POST', max)).body
  const provisional = await signIn('max@example.com', password)
  expect((await ask(listOwnSessions, provisional, 'GET')).status).toBe(403)
  expect((await ask(listOwnSessions, picker, 'GET')).body.items).toMatchObject([{ isThis: true }])
})

it('writes down a person’s change whose act says nothing, by its address, and nothing that changed nothing', async () => {
  const { cookie } = await person('ada', 'manager', 'S1')
  const about = { id: 'tryIt', path: '/api/test', summary: '', answers: {} } as const
  const silent = { ...about, method: 'POST', admits: { roles: ['manager'] } } as const
  await ask(
    door(silent, async () => json({})),
    cookie,
    'POST',
  )
  await ask(
    door(silent, async ({ audit }) => {
      await audit({ subject: 'x', isChanged: false })
      return json({})
    }),
    cookie,
    'POST',
  )
  await ask(
    door(silent, async () => json({}, 409)),
    cookie,
    'POST',
  )
  await ask(
    door({ ...silent, method: 'GET' }, async () => json({})),
    cookie,
    'GET',
  )
  await ask(
    door({ ...silent, admits: { scope: 'read', roles: ['manager'] } }, async () => json({})),
    cookie,
    'POST',
  )
  expect(await db.auditEntry.findMany()).toMatchObject([
    { action: 'tryIt', outcome: 'allowed', subject: '/api/test', siteId: 'S1' },
  ])
})
