import { expect, test } from '@playwright/test'
import { io } from 'socket.io-client'
import type { Alert, DeadLetter, QueueList } from '@/lib/queue-health/schema'
import { keyOf } from '../fixtures/demo-house'
import { allDone, eventually, machine, orderOf } from '../fixtures/machine'

type Items<Item> = { items: Item[] }
const shop = machine()
const setFaults = (faults: object) => shop.send('PUT', '/api/demo/faults', { body: faults })

test.afterEach(() => setFaults({ email: 'ok', engine: 'running' }))

async function placeOrder(email?: string): Promise<string> {
  const [sku = ''] = await shop.inStock(5)
  const answer = await shop.place(orderOf(shop.site, sku, 1, 'tok_ok', email))
  expect(answer.status).toBe(201)
  return ((await answer.json()) as { orderNumber: string }).orderNumber
}

const unresolved = async (queue: string) =>
  (await shop.get<Items<Alert>>('/api/alerts?state=unresolved')).items.find((alert) => alert.queue === queue)

test('an engine that is gone is told of over the socket, and the alert resolves by itself', async () => {
  test.setTimeout(90_000)
  const socket = io(process.env.E2E_URL ?? '', { transports: ['websocket'], auth: { apiKey: keyOf('read') } })
  const heard: string[] = []
  socket.on('change', ({ event }) => heard.push(event))
  expect(await socket.emitWithAck('join', `site:${shop.site}:alerts`)).toEqual({ ok: true })
  await setFaults({ engine: 'stopped' })
  const orderNumber = await placeOrder()
  const alert = await eventually(
    () => unresolved('night-shift'),
    (found) => found !== undefined && found.ordersAffected > 0,
  )
  expect(alert).toMatchObject({ severity: 'critical', state: 'open', cause: 'engine-gone' })
  expect(heard).toContain('queue-health/alert.opened')

  await setFaults({ engine: 'running' })
  await eventually(() => shop.order(orderNumber), allDone, 40)
  const over = await eventually(
    () => shop.get<Alert>(`/api/alerts/${alert?.id}`),
    ({ state }) => state === 'resolved',
    40,
  )
  expect(over.resolvedAt).not.toBeNull()
  socket.close()
})

test('a mail that is refused for ever is a dead letter, and goes out once its address is put right', async () => {
  test.setTimeout(90_000)
  const refused = `${'a'.repeat(242)}@example.com`
  const orderNumber = await placeOrder(refused)
  const letter = await eventually(
    async () =>
      (await shop.get<Items<DeadLetter>>('/api/dead-letters?kind=step&state=dead')).items.find(
        ({ subject }) => subject === orderNumber,
      ),
    (found) => found !== undefined,
  )
  expect(letter).toMatchObject({ queue: 'confirmation-email', error: expect.stringContaining('mail server') })
  const path = `/api/dead-letters/${letter?.id}`
  const { payload } = await shop.get<{ payload: object }>(path)
  expect(
    (await shop.send('POST', `${path}/replay`, { body: { payload: { orderNumber: 'ELSE' } } })).status,
  ).toBe(400)
  const right = `put.right.${orderNumber}@example.com`.toLowerCase()
  const body = { payload: { ...payload, to: right } }
  expect((await shop.send('POST', `${path}/replay`, { body })).status).toBe(202)
  await eventually(() => shop.order(orderNumber), allDone)
  expect((await shop.send('POST', `${path}/replay`, { body })).status).toBe(409)
  const { items } = await shop.get<Items<{ to: string; orderNumber: string }>>('/api/demo/mailbox')
  expect(items.filter((mail) => mail.orderNumber === orderNumber).map(({ to }) => to)).toEqual([right])
})

test('queue health is judged for every step and function, and only read with a key', async () => {
  const { items, watchedAt } = await shop.get<QueueList>(`/api/queues?site=${shop.site}`)
  const names = items.map(({ name }) => name)
  for (const name of ['night-shift', 'confirmation-email', 'warehouse-notification', 'recommendations'])
    expect(names).toContain(name)
  expect(items.filter(({ kind }) => kind === 'function').length).toBeGreaterThan(3)
  expect(Date.now() - Date.parse(watchedAt ?? '')).toBeLessThan(60_000)
  expect((await shop.send('GET', '/api/queues', { key: '' })).status).toBe(401)
  expect((await shop.send('GET', '/api/queues/nothing-of-ours')).status).toBe(404)
  expect((await shop.send('POST', '/api/dead-letters/replay', { body: {}, key: keyOf('read') })).status).toBe(
    403,
  )
})
