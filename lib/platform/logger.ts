import { trace } from '@opentelemetry/api'
import pino from 'pino'
import { safeError } from './rules/safe-error'

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
    // Ours are called `error`; the SDK of the deferred work, and pino itself, say `err`.
    serializers: { error: safeError, err: safeError },
    redact: ['authorization', 'cookie', '*.authorization', '*.cookie', '*.token', '*.password'],
  },
  pino.destination(OUTPUT),
)
