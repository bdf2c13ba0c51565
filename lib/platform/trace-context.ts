import { randomBytes } from 'node:crypto'

const PATTERN = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/

/**
 * What a traceparent says; undefined when it is absent or breaks W3C Trace Context (version ff, all-zero ids, upper
 * case, trailing data in version 00).
 */
export function readTraceparent(
  traceparent: string | null | undefined,
): { traceId: string; spanId: string; traceFlags: number } | undefined {
  const [, version, traceId = '', spanId = '', flags = '', more] = PATTERN.exec(traceparent ?? '') ?? []
  if (version === undefined || version === 'ff' || (version === '00' && more !== undefined)) return undefined
  if (/^0+$/.test(traceId) || /^0+$/.test(spanId)) return undefined
  return { traceId, spanId, traceFlags: Number.parseInt(flags, 16) }
}

/** The traceparent to go on with: the caller's trace with a new span id, or a new trace when it names none. */
export function continueTrace(traceparent: string | null | undefined): string {
  const span = randomBytes(8).toString('hex')
  const read = readTraceparent(traceparent)
  if (!read) return `00-${randomBytes(16).toString('hex')}-${span}-01`
  return `00-${read.traceId}-${span}-${read.traceFlags.toString(16).padStart(2, '0')}`
}

/** The trace that a traceparent of ours names. */
export const traceIdOf = (traceparent: string): string => traceparent.slice(3, 35)
