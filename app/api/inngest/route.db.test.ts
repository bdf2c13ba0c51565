import { createHmac } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { registerFunctionsWithServer } from '@/inngest/relay/register-functions-with-server'
import { openStandIn } from '@/inngest/relay/testing/open-stand-in'

const KEY = '0123456789abcdef'
type Route = typeof import('./route')

async function openRoute(settings: Record<string, string>): Promise<Route> {
  vi.resetModules()
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value)
  return import('./route')
}

afterEach(() => vi.unstubAllEnvs())

const CALL = '?fnId=stowline-owe-again-every-quarter-hour&stepId=step'

function ask(method: string, text: string, headers: Record<string, string> = {}): Request {
  return new Request(`http://evil.example/api/inngest${method === 'POST' ? CALL : ''}`, {
    method,
    headers: { host: 'evil.example', 'content-type': 'application/json', ...headers },
    ...(method !== 'GET' && { body: text }),
  })
}

function signed(text: string, key = KEY): Record<string, string> {
  const seconds = Math.floor(Date.now() / 1_000)
  const signature = createHmac('sha256', key).update(`${text}${seconds}`).digest('hex')
  return { 'x-inngest-signature': `t=${seconds}&s=${signature}` }
}

// The handlers want Next's request, of which the SDK uses nothing that a plain one lacks.
const answer = (handler: unknown, request: Request): Promise<Response> =>
  (handler as (request: Request) => Promise<Response>)(request)

describe('with the embedded engine', () => {
  it.each(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const)('%s finds no door', async (method) => {
    const route = await openRoute({ INNGEST_BASE_URL: '', INNGEST_EVENT_KEY: '', INNGEST_DEV: '1' })
    const response = await answer(route[method], ask(method, '{}'))
    expect(response.status).toBe(404)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
  })
})

describe('with an Inngest server', () => {
  let server: Awaited<ReturnType<typeof openStandIn>>
  let route: Route

  beforeAll(async () => {
    server = await openStandIn()
  })
  afterAll(() => server.down())
  beforeEach(async () => {
    server.requests.length = 0
    route = await openRoute({
      INNGEST_BASE_URL: server.url,
      INNGEST_EVENT_KEY: 'event-key',
      INNGEST_SIGNING_KEY: KEY,
      INNGEST_DEV: '1',
      PORT: '4321',
    })
  })

  it.each(['GET', 'POST', 'PUT'] as const)('%s without a signature is 401', async (method) => {
    expect((await answer(route[method], ask(method, '{}'))).status).toBe(401)
    expect(server.requests).toEqual([])
  })

  it('a signature of another key is 401', async () => {
    expect((await answer(route.POST, ask('POST', '{}', signed('{}', 'ff')))).status).toBe(401)
    expect((await answer(route.PUT, ask('PUT', '{}', signed('{}', 'ff')))).status).toBe(401)
  })

  it('registers every function under our own address, whatever the Host header says', async () => {
    const { functions } = await import('@/inngest/registry')
    const response = await answer(route.PUT, ask('PUT', '{}', signed('{}')))
    expect(response.status).toBe(200)
    const [registration] = server.requests
    expect(registration?.path).toBe('/fn/register')
    expect(JSON.stringify(registration?.body)).not.toContain('evil.example')
    expect(registration?.body).toMatchObject({
      url: 'http://localhost:4321/api/inngest',
      appName: 'stowline',
    })
    for (const fn of functions) expect(JSON.stringify(registration?.body)).toContain(`"stowline-${fn.id()}"`)
  })

  it('names the trouble when the server does not take the functions', async () => {
    server.onRegistration(() => ({ status: 500, body: { message: 'Failed to register; fetch failed' } }))
    expect(await registerFunctionsWithServer(server.url, KEY)).toEqual({
      outcome: 'failed',
      trouble: 'no registration: 500 Failed to register; fetch failed',
    })
  })
})
