import { expect, test } from '@playwright/test'
import { io } from 'socket.io-client'
import { keyOf } from '../fixtures/demo-house'
import { eventually, machine, orderOf } from '../fixtures/machine'

test('a client with a key hears of an order and of its steps', async () => {
  const shop = machine()
  const [sku = ''] = await shop.inStock(5)
  const socket = io(process.env.E2E_URL ?? '', { transports: ['websocket'], auth: { apiKey: keyOf('read') } })
  const heard: { event: string; id: string; version: number }[] = []
  socket.on('change', (change) => heard.push(change))
  expect(await socket.emitWithAck('join', `site:${shop.site}:orders`)).toEqual({ ok: true })
  expect(await socket.emitWithAck('join', { site: 'ELSEWHERE-9', topic: 'orders' })).toMatchObject({
    ok: false,
  })
  const { orderNumber } = (await (await shop.place(orderOf(shop.site, sku))).json()) as {
    orderNumber: string
  }
  const mine = await eventually(
    async () => heard.filter((change) => change.id === orderNumber),
    (changes) => changes.length === 4,
  )
  expect(mine[0]).toMatchObject({ event: 'orders/order.placed', version: 2 })
  expect(Math.max(...mine.map((change) => change.version))).toBe(5)
  socket.close()
})

test('nobody hears anything without a key', async () => {
  const socket = io(process.env.E2E_URL ?? '', { transports: ['websocket'], reconnection: false })
  const refusal = await new Promise<Error>((resolve) => socket.on('connect_error', resolve))
  expect(refusal.message).toBe('unauthorized')
})
