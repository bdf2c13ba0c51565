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
    ['burst', { rateLimit: { limit: 1, period: '1m', burst: 2 } }],
    ['concurrency', { concurrency: { limit: 2, scope: 'account' } }],
    ['concurrency', { concurrency: [{ limit: 1 }, { limit: 2 }, { limit: 3 }] }],
    ['event.data.a.size()', { concurrency: { limit: 2, key: 'event.data.a.size()' } }],
    ['throttle.period', { throttle: { limit: 5, period: '8d' } }],
    ['rateLimit.period', { rateLimit: { limit: 1, period: '25h' } }],
    ['debounce.period', { debounce: { period: 'soon' } }],
    ['batchEvents.maxSize', { batchEvents: { maxSize: 0, timeout: '5s' } }],
    [
      '"batchEvents" together with priority',
      { batchEvents: { maxSize: 9, timeout: '5s' }, priority: { run: '1' } },
    ],
    [
      '"debounce" together with a cron trigger',
      { debounce: { period: '5s' }, triggers: [{ cron: '* * * * *' }] },
    ],
    ['priority.run', { priority: { run: "'high'" } }],
    ['idempotency', { idempotency: 'event.data.a > 3' }],
    ['singleton', { singleton: { mode: 'queue' } }],
    ['timeouts.start', { timeouts: { start: 'soon' } }],
    ['cancelOn', { cancelOn: [{ event: 'shop/cancelled', if: 'async.data.a.size() > 1' }] }],
    ['jitter', { triggers: [{ cron: '* * * * *', jitter: 'some' }] }],
    [
      'event.data.name.startsWith',
      { triggers: [{ event: 'shop/placed', if: "event.data.name.startsWith('a')" }] },
    ],
    ['shop/pl*', { triggers: [{ event: 'shop/pl*' }] }],
    ['inngest/*', { triggers: [{ event: 'inngest/*' }] }],
    ['inngest/scheduled.timer', { triggers: [{ event: 'inngest/scheduled.timer' }] }],
    ['61 * * * *', { triggers: [{ cron: '61 * * * *' }] }],
    ['TZ=Mars/Olympus 0 3 * * *', { triggers: [{ cron: 'TZ=Mars/Olympus 0 3 * * *' }] }],
  ])('%s', async (option, options) => {
    const refusal = await register(made(options as Omit<Config, 'id'>)).then(
      () => 'accepted',
      (error: Error) => error.message,
    )
    expect(refusal).toContain(option)
    expect(refusal).toContain('shop-picky')
  })
})

test('an option that the engine does not know yet is refused by name', () => {
  const steps = { step: { runtime: { url: 'http://embedded.invalid/api/inngest' } } }
  const config = { id: 'shop-picky', name: 'picky', triggers: [], steps, colour: 'red' }
  expect(() => registerFunctions({ functions: [config] })).toThrow('"colour" of the function "shop-picky"')
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
      { functionId: 'shop-picky', event: 'shop/placed', condition: 'strict ($."data"."site" == "A")' },
      {
        functionId: 'shop-picky-failure',
        event: 'inngest/function.failed',
        condition: 'strict ($."data"."function_id" == "shop-picky")',
      },
      ...['shop-picky', 'shop-picky-failure'].map((functionId) => ({
        functionId,
        event: 'inngest/function.invoked',
        condition: `strict ($."data"."_inngest"."fn_id" == "${functionId}")`,
      })),
    ])
    expect(registry.crons).toEqual([
      { functionId: 'shop-picky', cron: 'TZ=Europe/Berlin 0 3 * * *', jitterMs: 0 },
    ])
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
