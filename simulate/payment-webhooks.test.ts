import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openPaymentSandbox } from './payment-sandbox'

const SECRET = `whsec_${Buffer.from('a secret of 24 bytes ....').toString('base64')}`
const folder = mkdtempSync(join(tmpdir(), 'stowline-webhooks-'))
const told: { type: string; key: string }[] = []
let refusing = 0
let sandbox: Awaited<ReturnType<typeof openPaymentSandbox>>

const house = createServer(async (request, response) => {
  let text = ''
  for await (const chunk of request) text += chunk
  if (refusing-- > 0) return response.writeHead(503).end()
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  )
  const said = new Webhook(SECRET).verify(text, headers) as { type: string; data: { key: string } }
  told.push({ type: said.type, key: said.data.key })
  response.writeHead(204).end()
})
beforeAll(async () => {
  await new Promise<void>((resolve) => house.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(house.address() as AddressInfo).port}`
  sandbox = await openPaymentSandbox({
    port: 0,
    booksFile: join(folder, 'books'),
    webhooks: { url, secret: SECRET },
  })
})
afterAll(async () => {
  await sandbox.close()
  house.closeAllConnections()
  house.close()
  rmSync(folder, { recursive: true })
})

async function post(path: string, key: string, body: object): Promise<{ id: string }> {
  const headers = { 'content-type': 'application/json', 'idempotency-key': key }
  const answer = await fetch(sandbox.url + path, { method: 'POST', headers, body: JSON.stringify(body) })
  return (await answer.json()) as { id: string }
}
const charge = async (key: string, source: string) =>
  (await post('/v1/authorizations', key, { amount: 500, currency: 'EUR', source, reference: key })).id
const capture = (key: string, authorization: string, amount = 100) =>
  post('/v1/captures', key, { authorization, amount })
const toldOf = (start: string) => told.filter(({ key }) => key.startsWith(start)).map(({ key }) => key)

it('tells of captures and refunds, signed, but not of charges', async () => {
  const authorization = await charge('plain', 'tok_ok')
  await capture('plain-1', authorization)
  await post('/v1/refunds', 'plain-2', { authorization, amount: 50 })
  await expect.poll(() => toldOf('plain').sort()).toEqual(['plain-1', 'plain-2'])
})

it('tells again until somebody listens', async () => {
  const authorization = await charge('deaf', 'tok_ok')
  refusing = 1
  await capture('deaf-1', authorization)
  await expect.poll(() => toldOf('deaf')).toEqual(['deaf-1'])
})

it('with tok_twice tells twice, and answers twice on one connection', async () => {
  const authorization = await charge('twice', 'tok_twice')
  await capture('twice-1', authorization)
  await expect.poll(() => toldOf('twice')).toEqual(['twice-1', 'twice-1'])
})

it('with tok_disorder tells of the later first', async () => {
  const late = await charge('order', 'tok_disorder')
  const early = await charge('order-too', 'tok_ok')
  await capture('order-1', late)
  await capture('order-2', early)
  await expect.poll(() => toldOf('order')).toEqual(['order-2', 'order-1'])
})

it('goes wrong by shares, the same for a key each time', async () => {
  const shares = { error: 1 }
  await fetch(`${sandbox.url}/v1/faults`, { method: 'PUT', body: JSON.stringify({ shares }) })
  const body = { amount: 500, currency: 'EUR', source: 'tok_ok', reference: 'shared' }
  expect(await post('/v1/authorizations', 'shared', body)).toEqual({ error: 'try again' })
  expect(await post('/v1/authorizations', 'shared', body)).toMatchObject({ status: 'authorized' })
})
