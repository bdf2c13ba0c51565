import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { inSpan, isTraced, openTelemetry, SpanKind, traceparentOf } from './telemetry'

const spanSchema = z.object({
  name: z.string(),
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  kind: z.number(),
  status: z.object({ code: z.number().optional(), message: z.string().optional() }),
})
const exportSchema = z.object({
  resourceSpans: z.array(z.object({ scopeSpans: z.array(z.object({ spans: z.array(spanSchema) })) })),
})

const received: z.infer<typeof spanSchema>[] = []
const collector = createServer(async (request, response) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const sent = exportSchema.parse(JSON.parse(Buffer.concat(chunks).toString()))
  received.push(...sent.resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)))
  response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
})

beforeAll(() => new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve)))
afterAll(() => new Promise((resolve) => collector.close(resolve)))

const CALLER = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'

it('costs nothing and tells nothing without an endpoint', async () => {
  const telemetry = await openTelemetry('test', undefined)
  const told = await inSpan('door', { parent: CALLER }, async (span) => [isTraced(), traceparentOf(span)])
  expect(told).toEqual([false, undefined])
  await telemetry.close()
})

it('goes on with the caller’s trace, and what is done inside is its child', async () => {
  const { port } = collector.address() as AddressInfo
  const telemetry = await openTelemetry('test', `http://127.0.0.1:${port}/`)
  const traceparent = await inSpan('door', { parent: CALLER, kind: SpanKind.SERVER }, async (span) => {
    await inSpan('ledger', {}, async () => {})
    return traceparentOf(span)
  })
  // What was written down with the event is picked up by another process, later.
  await inSpan('webhook', { parent: traceparent, kind: SpanKind.CLIENT }, async () => {})
  await expect(
    inSpan('refused', { parent: 'not a traceparent' }, async () => {
      throw new Error('no such bin')
    }),
  ).rejects.toThrow('no such bin')
  await telemetry.close()

  const named = (name: string) => received.find((span) => span.name === name)
  const [, traceId, callerSpan] = CALLER.split('-')
  expect(named('door')).toMatchObject({ traceId, parentSpanId: callerSpan, kind: 2 })
  expect(traceparent).toBe(`00-${traceId}-${named('door')?.spanId}-01`)
  expect(named('ledger')).toMatchObject({ traceId, parentSpanId: named('door')?.spanId })
  expect(named('webhook')).toMatchObject({ traceId, parentSpanId: named('door')?.spanId })
  expect(named('refused')).toMatchObject({ status: { code: 2, message: 'no such bin' } })
  expect(named('refused')?.traceId).not.toBe(traceId)
})
