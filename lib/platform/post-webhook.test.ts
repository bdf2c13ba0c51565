import { afterEach, describe, expect, it } from 'vitest'
import { openReceiver } from '@/lib/testing/open-receiver'
import { type Resolve, whyNotOutside } from './guard-address'
import { postWebhook } from './post-webhook'

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()))
})
const receiver = async (...answers: Parameters<typeof openReceiver>) => {
  const opened = await openReceiver(...answers)
  closers.push(opened.close)
  return opened
}
const post = (url: string) => ({
  url,
  id: 'msg_1',
  contentType: 'application/json',
  text: '{}',
  secrets: [],
  timeoutMs: 2_000,
})

describe('a webhook', () => {
  it('is not sent to a name that has changed its mind since it was looked at', async () => {
    const { port, received } = await receiver(204)
    let asked = 0
    const rebinding: Resolve = (_, __, done) =>
      done(null, [{ address: asked++ === 0 ? '93.184.216.34' : '127.0.0.1', family: 4 }])
    const url = `http://turns.example:${port}/`
    expect(await whyNotOutside(url, { loopback: false }, rebinding)).toBeNull()
    expect(await postWebhook(post(url), { loopback: false }, rebinding)).toMatchObject({
      outcome: 'unreachable',
      reason: expect.stringMatching(/leads inside/),
    })
    expect(received).toEqual([])
  })

  it('is not sent to an address inside that is written as one', async () => {
    const { url, received } = await receiver(204)
    expect(await postWebhook(post(url), { loopback: false })).toMatchObject({ outcome: 'unreachable' })
    expect(received).toEqual([])
  })

  it('tells of a redirect as it is, and goes nowhere else', async () => {
    const inner = await receiver(204)
    const { url } = await receiver({ status: 307, headers: { location: inner.url } })
    expect(await postWebhook(post(url), { loopback: true })).toMatchObject({
      outcome: 'answered',
      status: 307,
    })
    expect(inner.received).toEqual([])
  })

  it('tells of what a receiver asks for, and of one that is not there', async () => {
    const { url } = await receiver({ status: 503, headers: { 'retry-after': '7' } })
    expect(await postWebhook(post(url), { loopback: true })).toMatchObject({ status: 503, retryAfter: '7' })
    const gone = await postWebhook(post('http://127.0.0.1:9/'), { loopback: true })
    expect(gone).toMatchObject({ outcome: 'unreachable', reason: expect.stringMatching(/./) })
  })
})
