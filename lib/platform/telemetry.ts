import {
  type Attributes,
  context,
  INVALID_SPAN_CONTEXT,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api'
import { readBuild } from './read-build'
import { safeText } from './rules/safe-error'
import { slot } from './slot'
import { readTraceparent } from './trace-context'

export { SpanKind }

/**
 * Sends the spans of this process by OTLP over HTTP; without an endpoint spans cost next to nothing and go nowhere. Which
 * traces are kept is told by the standard OTEL_TRACES_SAMPLER and OTEL_TRACES_SAMPLER_ARG, the collector's headers by
 * OTEL_EXPORTER_OTLP_HEADERS.
 */
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
  const { version, commit } = readBuild()
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({
      'service.namespace': 'stowline',
      'service.name': service,
      'service.version': commit === null ? version : `${version}+${commit}`,
      'process.pid': process.pid,
    }),
    spanProcessors: [
      withholdTargets,
      new BatchSpanProcessor(new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` })),
    ],
  })
  provider.register()
  slot.isTracing = true
  return {
    close: () => {
      slot.isTracing = false
      return provider.shutdown()
    },
  }
}

// Next tells the whole address of a page: what was searched for, and the token of a customer's status page. Its route says enough.
const withholdTargets = {
  onStart(span: Span & { attributes: Attributes }): void {
    if ('http.target' in span.attributes) span.setAttribute('http.target', '(withheld)')
  },
  onEnd(): void {},
  async forceFlush(): Promise<void> {},
  async shutdown(): Promise<void> {},
}

type About = {
  kind?: SpanKind
  attributes?: Attributes
  /** A W3C traceparent to go on with; anything else goes on with what is under way. */
  parent?: string | null | undefined
  /** Begins a trace of its own: work for many, that is nobody's part. */
  isRoot?: boolean
}

const tracer = trace.getTracer('stowline')
const NO_SPAN = trace.wrapSpanContext(INVALID_SPAN_CONTEXT)

/**
 * Does something as a span. What it throws is noted on the span and thrown on. What is answered at once is answered in the
 * same turn of the event loop.
 */
export function inSpan<Result>(
  name: string,
  { kind = SpanKind.INTERNAL, attributes = {}, parent, isRoot = false }: About,
  act: (span: Span) => Result,
): Result {
  // A belt asks thousands of times a second: where no span is sent it pays for a look at a flag.
  if (!slot.isTracing) return act(NO_SPAN)
  const from = contextOf(parent) ?? context.active()
  return tracer.startActiveSpan(name, { kind, attributes, root: isRoot }, from, (span) => {
    const fail = (error: unknown): never => {
      const message = error instanceof Error ? safeText(error.message) : ''
      span.setStatus({ code: SpanStatusCode.ERROR, message })
      span.end()
      throw error
    }
    try {
      const result = act(span)
      if (result instanceof Promise) {
        const ended = result.then((value: unknown) => {
          span.end()
          return value
        }, fail)
        return ended as Result
      }
      span.end()
      return result
    } catch (error) {
      return fail(error)
    }
  })
}

/** True inside a span that is sent somewhere. */
export const isTraced = (): boolean =>
  slot.isTracing === true && (trace.getActiveSpan()?.isRecording() ?? false)

/** Notes something on the span under way. */
export const noteOnSpan = (attributes: Attributes): void => {
  trace.getActiveSpan()?.setAttributes(attributes)
}

/** The trace that is under way, sent somewhere or not. */
export const traceIdUnderWay = (): string | undefined => trace.getActiveSpan()?.spanContext().traceId

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
