import { createApiKey } from '@/lib/sites/create-api-key'
import { createUser } from '@/lib/sites/create-user'
import { type Role, roleSchema, type Scope, scopeSchema } from '@/lib/sites/schema'
import { POST as changeSession } from './api/auth/[...all]/route'

const HOUSE = 'http://house.test'
const PASSWORD = 'a password of the tests'

/** Somebody who may knock, and the headers by which they are known. */
export type Knocker = {
  name: string
  headers: Record<string, string>
  role?: Role
  scope?: Scope
  userId?: string
}

/** One person of each role and one key of each scope, all of this site. */
export async function openCallers(site: string): Promise<Knocker[]> {
  const callers: Knocker[] = []
  for (const role of roleSchema.options) {
    const email = `${role}@${site.toLowerCase()}.example`
    const { userId } = await createUser({ email, name: role, password: PASSWORD, role, siteIds: [site] })
    const asked = askDoor('/api/auth/sign-in/email', 'POST', {}, { email, password: PASSWORD })
    const answer = await changeSession(asked, { params: Promise.resolve({}) })
    const cookies = answer.headers.getSetCookie().map((one) => one.split(';')[0])
    const headers = { cookie: cookies.join('; '), origin: HOUSE }
    callers.push({ name: `${role} of ${site}`, headers, role, userId })
  }
  for (const scope of scopeSchema.options) {
    const { key } = await createApiKey({ name: scope, scopes: [scope], siteId: site })
    callers.push({ name: `key ${scope} of ${site}`, headers: { authorization: `Bearer ${key}` }, scope })
  }
  return callers
}

/** A request at a door of the house. */
export function askDoor(
  path: string,
  method: string,
  headers: Record<string, string>,
  body?: unknown,
): Request {
  return new Request(HOUSE + path, {
    method,
    headers: { host: 'house.test', 'content-type': 'application/json', 'idempotency-key': 'k', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
}
