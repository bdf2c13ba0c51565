import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { openTestSandbox, SHOP, stockShop } from '@/lib/testing/open-shop'
import { noSuchAddress } from './api/no-such-address'
import { operations } from './api/operations'
import { addressOf, everyOpening, isDoor } from './every-opening'
import { askDoor, type Knocker, openCallers } from './open-callers'

/** Passwords are hashed, on a machine that may have other work. */
const PATIENCE_MS = 180_000
/** What is no door of ours, and why. */
const ELSEWHERE: Record<string, string> = {
  'api/inngest/route.ts': 'an Inngest server signs what it sends; without one there is no such address',
  'metrics/route.ts': 'a scraper on this machine has no key',
  'icons/[size]/route.tsx': 'a picture, drawn when the house is built',
}

const openings = await everyOpening()
const doors = openings.filter(isDoor)
/** OPTIONS only says what the others are. */
const standing = doors.filter(({ method }) => method !== 'OPTIONS')
const none = { params: Promise.resolve({}) }
let callers: Knocker[]
let sandbox: Awaited<ReturnType<typeof openTestSandbox>>

beforeAll(async () => {
  sandbox = await openTestSandbox()
  await emptyDatabase()
  await stockShop({})
  callers = await openCallers(SHOP)
}, PATIENCE_MS)
afterAll(() => sandbox.close())

describe('every opening', () => {
  it('is a door, or says that it is none, or is known to be something else', async () => {
    const others = openings.filter((one) => one.operation === undefined && !(one.file in ELSEWHERE))
    for (const { file, method, handler } of others) {
      if (Object.is(handler, noSuchAddress)) continue
      const { status } = await handler(askDoor('/', 'GET', {}), none)
      expect(status, `${method} of ${file} has no rule of who may enter`).toBe(405)
    }
    expect(Object.keys(ELSEWHERE).filter((file) => !openings.some((one) => one.file === file))).toEqual([])
  })

  it('stands in the document of the API, under its own address, once', () => {
    for (const { file, method, operation } of standing) {
      expect(operation.method, file).toBe(method)
      const isWhole = addressOf(file) === operation.path || file.startsWith('api/auth/')
      expect(isWhole, `${file} is ${operation.path}`).toBe(true)
    }
    expect(standing.map(({ operation }) => operation.id).sort()).toEqual(
      operations.map(({ id }) => id).sort(),
    )
  })
})

describe.each(doors.map((door) => ({ door, title: `${door.method} ${door.operation.path}` })))(
  '$title',
  ({ door }) => {
    const { admits } = door.operation
    const knock = async (headers: Record<string, string>) => {
      const path = door.operation.path.replace(/\{\w+\}/g, 'none')
      return (await door.handler(askDoor(path, door.method, headers), none)).status
    }

    it('admits whom its rule names, and writes down whom it refuses', async () => {
      if (admits.anybody !== undefined) return expect([401, 403]).not.toContain(await knock({}))
      expect(await knock({ 'x-client-address': '192.0.2.1' })).toBe(401)
      expect(await knock({ authorization: 'Bearer slk_wrong', 'x-client-address': '192.0.2.2' })).toBe(401)
      for (const { name, headers, role, scope } of callers) {
        const scopes = [admits.scope ?? []].flat()
        const mayEnter = role
          ? (admits.roles?.includes(role) ?? false)
          : scopes.length > 0 && (scope === 'all' || scopes.includes(scope ?? 'all'))
        const refusals = () =>
          db.auditEntry.count({ where: { action: door.operation.id, outcome: 'refused' } })
        const before = await refusals()
        const status = await knock(headers)
        if (mayEnter) expect([401, 403], name).not.toContain(status)
        else expect([status, await refusals()], name).toEqual([403, before + 1])
      }
    })

    it('takes no change that another site’s page makes a person’s browser send', async () => {
      if (['GET', 'OPTIONS'].includes(door.method) || !admits.roles) return
      const person = callers.find(({ role }) => role && admits.roles?.includes(role))
      const { origin: _, ...unsaid } = person?.headers ?? {}
      expect(await knock(unsaid)).toBe(403)
      expect(await knock({ ...unsaid, origin: 'https://evil.test' })).toBe(403)
    })
  },
)
