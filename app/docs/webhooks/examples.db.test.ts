import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addWebhook } from '@/lib/downstream/add-webhook'
import { deliverWebhooks } from '@/lib/downstream/deliver-webhooks'
import { fanOutEvents } from '@/lib/downstream/fan-out-events'
import { webhookRequestSchema } from '@/lib/downstream/schema'
import { emptyDatabase } from '@/lib/testing/database'
import { openReceiver } from '@/lib/testing/open-receiver'
import { openSite } from '@/lib/testing/owe-steps'
import { tellOrder } from '@/lib/testing/say-events'

type Verify = (secret: string, headers: Record<string, string>, body: string) => unknown
const FOLDER = 'public/examples'
const examples = readdirSync(FOLDER).filter((file) => file.startsWith('verify-'))

let receiver: Awaited<ReturnType<typeof openReceiver>>
let secret = ''
beforeAll(async () => {
  process.env.STOWLINE_DEMO = '1'
  await emptyDatabase()
  await openSite('TEST-1')
  receiver = await openReceiver(204)
  const added = await addWebhook(
    webhookRequestSchema.parse({ url: receiver.url, types: ['*'] }),
    null,
    'key:1',
    new Date(),
  )
  if (added.outcome !== 'added') throw new Error(added.why)
  secret = added.webhook.secret
  await tellOrder('1')
  await fanOutEvents(new Date())
  await deliverWebhooks(added.webhook.id, 'run-1', 5_000)
})
afterAll(() => receiver.close())

describe.each(examples)('%s, as the page shows it', (file) => {
  const verify: Verify = async (...delivery) => {
    const { verifyWebhook } = await import(pathToFileURL(resolve(FOLDER, file)).href)
    return verifyWebhook(...delivery)
  }
  const delivery = () => {
    const [one] = receiver.received
    if (!one) throw new Error('nothing was delivered')
    return { body: one.body, headers: one.headers as Record<string, string> }
  }

  test('takes a delivery of ours', async () => {
    const { headers, body } = delivery()
    expect(await verify(secret, headers, body)).toMatchObject({ specversion: '1.0', id: 'order.placed:1' })
  })

  test('refuses another body, another secret, and what is older than five minutes', async () => {
    const { headers, body } = delivery()
    await expect(verify(secret, headers, `${body} `)).rejects.toThrow()
    await expect(verify(`whsec_${Buffer.alloc(24).toString('base64')}`, headers, body)).rejects.toThrow()
    const old = { ...headers, 'webhook-timestamp': String(Number(headers['webhook-timestamp']) - 301) }
    await expect(verify(secret, old, body)).rejects.toThrow()
  })
})
