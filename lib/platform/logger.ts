import { trace } from '@opentelemetry/api'
import pino from 'pino'

// A part of the house tells its parent by its standard output that it is ready.
const OUTPUT = process.env.STOWLINE_PROCESS ? 2 : 1

/** Structured logs with ids, never with personal data or secrets. */
export const logger = pino(
  {
    level: process.env.LOG_LEVEL || 'warn',
    base: undefined,
    mixin: () => {
      const span = trace.getActiveSpan()?.spanContext()
      return span ? { traceId: span.traceId, spanId: span.spanId } : {}
    },
    redact: ['authorization', 'cookie', '*.authorization', '*.cookie', '*.token', '*.password'],
  },
  pino.destination(OUTPUT),
)
