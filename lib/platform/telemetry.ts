import {
  type Attributes,
  context,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api'
import { readTraceparent } from './trace-context'

export { SpanKind }

/** Sends the spans of this process by OTLP over HTTP; without an endpoint spans cost next to nothing and go nowhere. */
export async function openTelemetry(
  service: string,
  endpoint: string | undefined,
): Promise<{ close: () => Promise<void> }> {
  if (endpoint === undefined) return { close: async () => {} }
  // Loaded only where traces are wanted: the packages cost 40 MB of memory.
  const [{ BatchSpanProcessor, NodeTracerProvider }, { OTLPTraceExporter }, { resourceFromAttributes }] =
    await Promise.all([
      import('@opentelemetry/sdk-trace-node'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/resources'),
    ])
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.namespace': 'stowline', 'service.name': service }),
    spanProcessors: [
      new BatchSpanProcessor(new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` })),
    ],
  })
  provider.register()
  return { close: () => provider.shutdown() }
}

type About = { kind?: SpanKind; attributes?: Attributes; parent?: string | null | undefined }

/**
 * Does something as a span: of `parent` (a W3C traceparent) when it is one, else of what is under way. What it throws is
 * noted on the span and thrown on.
 */
export async function inSpan<Result>(
  name: string,
  { kind = SpanKind.INTERNAL, attributes = {}, parent }: About,
  act: (span: Span) => Promise<Result>,
): Promise<Result> {
  const from = contextOf(parent) ?? context.active()
  return trace.getTracer('stowline').startActiveSpan(name, { kind, attributes }, from, async (span) => {
    try {
      return await act(span)
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.message : '' })
      throw error
    } finally {
      span.end()
    }
  })
}

/** True inside a span that is sent somewhere. */
export const isTraced = (): boolean => trace.getActiveSpan()?.isRecording() ?? false

/** The W3C traceparent of a span that is sent somewhere; undefined otherwise. */
export function traceparentOf(span: Span): string | undefined {
  if (!span.isRecording()) return undefined
  const { traceId, spanId, traceFlags } = span.spanContext()
  return `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`
}

function contextOf(traceparent: string | null | undefined) {
  const read = readTraceparent(traceparent)
  return read && trace.setSpanContext(ROOT_CONTEXT, { ...read, isRemote: true })
}
