import { afterAll, beforeAll, expect, it } from 'vitest'
import { openCollector } from '@/lib/testing/open-collector'
import { inSpan, isTraced, openTelemetry, SpanKind, traceparentOf } from './telemetry'

let collector: Awaited<ReturnType<typeof openCollector>>

beforeAll(async () => {
  collector = await openCollector()
})
afterAll(() => collector.close())

const CALLER = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'

it('costs nothing and tells nothing without an endpoint', async () => {
  const telemetry = await openTelemetry('test', undefined)
  const told = await inSpan('door', { parent: CALLER }, async (span) => [isTraced(), traceparentOf(span)])
  expect(told).toEqual([false, undefined])
  await telemetry.close()
})

it('goes on with the caller’s trace, and what is done inside is its child', async () => {
  const telemetry = await openTelemetry('test', `${collector.url}/`)
  const traceparent = await inSpan('door', { parent: CALLER, kind: SpanKind.SERVER }, async (span) => {
    await inSpan('ledger', {}, async () => {})
    expect(inSpan('at once', {}, () => 'answered')).toBe('answered')
    inSpan('of its own', { isRoot: true }, () => {})
    return traceparentOf(span)
  })
  // What was written down with the event is picked up by another process, later.
  await inSpan('webhook', { parent: traceparent, kind: SpanKind.CLIENT }, async () => {})
  await expect(
    inSpan('refused', { parent: 'not a traceparent' }, async () => {
      throw new Error('no such bin: "A-1" of ada@example.com')
    }),
  ).rejects.toThrow('no such bin')
  await telemetry.close()

  const named = (name: string) => collector.spans.find((span) => span.name === name)
  const [, traceId, callerSpan] = CALLER.split('-')
  expect(named('door')).toMatchObject({ traceId, parentSpanId: callerSpan, kind: 2 })
  expect(traceparent).toBe(`00-${traceId}-${named('door')?.spanId}-01`)
  expect(named('ledger')).toMatchObject({ traceId, parentSpanId: named('door')?.spanId })
  expect(named('at once')).toMatchObject({ parentSpanId: named('door')?.spanId })
  expect(named('of its own')?.traceId).not.toBe(traceId)
  expect(named('webhook')).toMatchObject({ traceId, parentSpanId: named('door')?.spanId })
  expect(named('refused')).toMatchObject({ status: { code: 2, message: 'no such bin: "…" of …@…' } })
  expect(named('refused')?.traceId).not.toBe(traceId)
})
