import { expect, it } from 'vitest'
import { z } from 'zod'
import { RefusedRequest } from '@/lib/platform/problem'
import { parseBody, readBytes } from './read-body'

const JSON_BODY = { types: ['application/json'], limitBytes: 1_000 }
const posted = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request('http://house.test/', {
    ...{ method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } },
    ...{ duplex: 'half' },
  })
async function statusOf(reading: Promise<unknown>): Promise<number> {
  const error = await reading.catch((reason: unknown) => reason)
  return error instanceof RefusedRequest ? error.problem.status : 200
}

it('unpacks nothing: what is compressed is refused', async () => {
  expect(await statusOf(readBytes(posted('{}', { 'content-encoding': 'gzip' }), 1_000))).toBe(415)
  expect(await statusOf(readBytes(posted('{}', { 'content-encoding': 'identity' }), 1_000))).toBe(200)
})

it('stops reading at the limit, also when nobody said how much comes', async () => {
  let sent = 0
  const endless = new ReadableStream({
    pull(controller) {
      sent++
      controller.enqueue(new Uint8Array(500))
    },
  })
  expect(await statusOf(readBytes(posted(endless), 1_000))).toBe(413)
  expect(sent).toBeLessThan(10)
  expect(await statusOf(readBytes(posted('x', { 'content-length': '1001' }), 1_000))).toBe(413)
})

it('says of a body that breaks off that it did, which is nothing that broke here', async () => {
  const torn = () =>
    new ReadableStream({
      start: (controller) => controller.enqueue(new Uint8Array(5)),
      pull: (controller) => controller.error(new Error('aborted')),
    })
  expect(await statusOf(readBytes(posted(torn()), 1_000))).toBe(400)
  expect(await statusOf(readBytes(posted(torn(), { 'content-length': '10' }), 1_000))).toBe(400)
  expect(await statusOf(readBytes(posted(new ReadableStream({ start: (all) => all.close() })), 1_000))).toBe(
    200,
  )
})

it('refuses JSON that is nested deeper than anything could mean', async () => {
  const parse = (body: string) =>
    statusOf(parseBody(z.unknown(), posted(body), { ...JSON_BODY, limitBytes: 1e6 }))
  expect(await parse('['.repeat(60) + ']'.repeat(60))).toBe(200)
  expect(await parse('['.repeat(400_000) + ']'.repeat(400_000))).toBe(400)
  expect(await parse('{')).toBe(400)
})
