import { Inngest, type InngestFunction } from 'inngest'
import { serve } from 'inngest/edge'
import { describe, expect, test } from 'vitest'
import { listFunctions } from './call-function'
import { registerFunctions } from './register-functions'
import { createTransport } from './transport'

const transport = createTransport()
const { signingKey, eventKey, baseUrl, fetch } = transport
const logger = { debug() {}, info() {}, warn() {}, error() {} }
const client = new Inngest({ id: 'shop', isDev: false, signingKey, eventKey, baseUrl, fetch, logger })

async function register(...functions: InngestFunction.Any[]) {
  return registerFunctions(await listFunctions(serve({ client, functions }), transport))
}

type Config = Parameters<typeof client.createFunction>[0]
const made = (options: Omit<Config, 'id'>) =>
  client.createFunction({ id: 'picky', triggers: [{ event: 'shop/placed' }], ...options } as Config, () => 1)

describe('an option the engine does not implement is refused by name', () => {
  test.each([
    ['concurrency', { concurrency: { limit: 2 } }],
    ['throttle', { throttle: { limit: 5, period: '1m' } }],
    ['rateLimit', { rateLimit: { limit: 1, period: '1m' } }],
    ['debounce', { debounce: { period: '10s' } }],
    ['batchEvents', { batchEvents: { maxSize: 10, timeout: '5s' } }],
    ['priority', { priority: { run: '100' } }],
    ['idempotency', { idempotency: 'event.data.id' }],
    ['singleton', { singleton: { mode: 'skip' } }],
    ['timeouts', { timeouts: { start: '1h' } }],
    ['cancel', { cancelOn: [{ event: 'shop/cancelled' }] }],
    ['jitter', { triggers: [{ cron: '* * * * *', jitter: '10s' }] }],
    ['event.data.total > 3', { triggers: [{ event: 'shop/placed', if: 'event.data.total > 3' }] }],
    ['shop/*', { triggers: [{ event: 'shop/*' }] }],
    ['inngest/function.finished', { triggers: [{ event: 'inngest/function.finished' }] }],
    ['61 * * * *', { triggers: [{ cron: '61 * * * *' }] }],
    ['TZ=Mars/Olympus 0 3 * * *', { triggers: [{ cron: 'TZ=Mars/Olympus 0 3 * * *' }] }],
    ['invoke', { triggers: [] }],
  ])('%s', async (option, options) => {
    const refusal = await register(made(options as Omit<Config, 'id'>)).then(
      () => 'accepted',
      (error: Error) => error.message,
    )
    expect(refusal).toContain(option)
    expect(refusal).toContain('shop-picky')
  })
})

describe('what the engine implements is registered', () => {
  test('retries, conditions, schedules and onFailure', async () => {
    const registry = await register(
      made({
        retries: 2,
        triggers: [
          { event: 'shop/placed', if: "event.data.site == 'A'" },
          { cron: 'TZ=Europe/Berlin 0 3 * * *' },
        ],
        onFailure: () => {},
      }),
    )
    expect(registry.functions.get('shop-picky')).toMatchObject({ maxAttempts: 3 })
    expect(registry.events).toEqual([
      { functionId: 'shop-picky', event: 'shop/placed', pattern: { site: 'A' } },
      {
        functionId: 'shop-picky-failure',
        event: 'inngest/function.failed',
        pattern: { function_id: 'shop-picky' },
      },
    ])
    expect(registry.crons).toEqual([{ functionId: 'shop-picky', cron: 'TZ=Europe/Berlin 0 3 * * *' }])
  })

  test('five attempts when the function names none', async () => {
    expect((await register(made({}))).functions.get('shop-picky')).toMatchObject({ maxAttempts: 5 })
  })
})

test('an unsigned call does not reach a function', async () => {
  const door = serve({ client, functions: [made({})] })
  const request = new Request(`${baseUrl}/api/inngest?fnId=shop-picky&stepId=step`, {
    method: 'POST',
    headers: { host: 'embedded.invalid' },
    body: '{}',
  })
  expect((await door(request)).status).toBe(401)
})
