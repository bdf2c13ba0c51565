import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { io, type Socket } from 'socket.io-client'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { POST as changeSession } from '@/app/api/auth/[...all]/route'
import { liveTopicSchema } from '@/lib/platform/live-change'
import { openSockets } from '@/lib/platform/open-sockets'
import { createApiKey } from '@/lib/sites/create-api-key'
import { createUser } from '@/lib/sites/create-user'
import { identifyCaller } from '@/lib/sites/identify-caller'
import { mayHear } from '@/lib/sites/rules/may-enter'
import { roleSchema, scopeSchema } from '@/lib/sites/schema'
import { emptyDatabase } from '@/lib/testing/database'
import { openBelts } from '@/lib/testing/open-belts'
import { SHOP } from '@/lib/testing/open-shop'
import { openBelt } from './open-belt'

// Read when the limits are loaded.
vi.hoisted(() => {
  process.env.STOWLINE_RATE_LIMITS = 'message=100'
})

const OTHER = 'OTHER-1'
const PASSWORD = 'a password of the tests'
const ALL = liveTopicSchema.options
/** What each may hear of its own site; of another nobody hears anything. */
const HEARS: Record<string, readonly string[]> = {
  ...{ manager: ALL, support: ['orders', 'picks'], picker: ['picks'] },
  ...{ 'key read': ALL, 'key all': ALL, 'key orders': [], 'key events': [], 'key scans': [] },
}
const SCANS = ['key scans', 'key all']

type Who = { auth?: { apiKey: string }; cookie?: string }
const callers: [string, Who][] = []
const closers: (() => Promise<unknown>)[] = []
const open: Socket[] = []
let url: string

beforeAll(async () => {
  await emptyDatabase()
  await openBelts(SHOP)
  await openBelts(OTHER, null)
  const server = createServer()
  const sockets = openSockets(server, async (headers) => {
    const caller = await identifyCaller(headers)
    return caller && { mayHear: (site, topic) => mayHear(caller, site, topic) }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const dataFolder = mkdtempSync(join(tmpdir(), 'stowline-rooms-'))
  const belt = await openBelt({ dataFolder, url, sockets })
  closers.push(sockets.close, belt.close, async () => rmSync(dataFolder, { recursive: true }))
  for (const scope of scopeSchema.options) {
    const { key } = await createApiKey({ name: scope, scopes: [scope], siteId: SHOP })
    callers.push([`key ${scope}`, { auth: { apiKey: key } }])
  }
  for (const role of roleSchema.options) callers.push([role, { cookie: await signedIn(role) }])
}, 120_000)
afterEach(() => {
  for (const socket of open.splice(0)) socket.disconnect()
})
afterAll(async () => {
  for (const close of closers) await close()
})

async function signedIn(role: (typeof roleSchema.options)[number]): Promise<string> {
  const email = `${role}@example.com`
  await createUser({ email, name: role, password: PASSWORD, role, siteIds: [SHOP] })
  const headers = { host: new URL(url).host, 'content-type': 'application/json' }
  const asked = new Request(`${url}/api/auth/sign-in/email`, {
    ...{ method: 'POST', headers, body: JSON.stringify({ email, password: PASSWORD }) },
  })
  const answer = await changeSession(asked, { params: Promise.resolve({}) })
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
}

/** A connection, or why there is none. */
function connect(space: string, { auth, cookie }: Who, origin?: string): Promise<Socket | string> {
  const extraHeaders = { ...(cookie && { cookie }), ...(origin && { origin }) }
  const options = { transports: ['websocket'], reconnection: false, forceNew: true, extraHeaders }
  const socket = io(`${url}${space}`, { ...options, ...(auth && { auth }) })
  open.push(socket)
  return new Promise((resolve) => {
    socket.once('connect', () => resolve(socket))
    socket.once('connect_error', (error) => resolve(error.message))
  })
}
const connected = async (space: string, who: Who): Promise<Socket> => {
  const socket = await connect(space, who)
  if (typeof socket === 'string') throw new Error(socket)
  return socket
}

it('connects nobody who is not known, and no page of another site', async () => {
  expect(await connect('/', {})).toBe('unauthorized')
  expect(await connect('/', { auth: { apiKey: 'slk_wrong' } })).toBe('unauthorized')
  expect(await connect('/belt', {})).toBe('unauthorized')
  const [, manager = {}] = callers.find(([name]) => name === 'manager') ?? []
  expect(await connect('/', manager, 'https://evil.test')).toBe('unauthorized')
  expect(await connect('/', manager, url)).toBeTypeOf('object')
})

it('lets each hear of the rooms that are theirs, and of no room of another site', async () => {
  for (const [name, who] of callers) {
    const socket = await connected('/', who)
    const heard: string[] = []
    for (const site of [SHOP, OTHER])
      for (const topic of ALL) {
        const { ok } = (await socket.emitWithAck('join', `site:${site}:${topic}`)) as { ok: boolean }
        if (ok) heard.push(`${site} ${topic}`)
      }
    expect(heard, name).toEqual((HEARS[name] ?? []).map((topic) => `${SHOP} ${topic}`))
    expect(await socket.emitWithAck('join', { site: SHOP, topic: 'everything' })).toMatchObject({ ok: false })
  }
})

it('answers scans to keys that may scan, for their own site', async () => {
  for (const [name, who] of callers) {
    const socket = await connect('/belt', who)
    if (!SCANS.includes(name)) {
      expect(socket, name).toBe('unauthorized')
      continue
    }
    if (typeof socket === 'string') throw new Error(socket)
    const scan = { scanner: 'S1', barcode: 'T1', at: '2026-11-21T12:00:00Z', seq: 1 }
    expect(await socket.emitWithAck('scan', { ...scan, site: SHOP })).toMatchObject({
      because: expect.any(String),
    })
    expect(await socket.emitWithAck('scan', { ...scan, site: OTHER })).toMatchObject({
      error: { status: 404 },
    })
    const confirmation = { decisionId: crypto.randomUUID(), outcome: 'lost', at: scan.at }
    expect(await socket.emitWithAck('confirmation', confirmation)).toMatchObject({ error: { status: 404 } })
  }
})

it('opens the namespace of web processes to none but them', async () => {
  for (const [name, who] of callers) expect(await connect('/belt-peer', who), name).toBe('unauthorized')
})

it('answers 429 to a connection that says more than its limit', async () => {
  const [, who = {}] = callers.find(([name]) => name === 'key scans') ?? []
  const socket = await connected('/belt', who)
  const answers = await Promise.all(Array.from({ length: 5_000 }, () => socket.emitWithAck('echo', 1)))
  expect(answers.some((answer) => answer?.error?.status === 429)).toBe(true)
  expect(answers.filter((answer) => answer === 1).length).toBeGreaterThanOrEqual(1_000)
})
