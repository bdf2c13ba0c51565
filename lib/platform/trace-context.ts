import { randomBytes } from 'node:crypto'

const PATTERN = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/

/**
 * The traceparent to go on with: the caller's trace with a new span id, or a new trace when the header is absent or
 * breaks W3C Trace Context (version ff, all-zero ids, upper case, trailing data in version 00).
 */
export function continueTrace(traceparent: string | null | undefined): string {
  const span = randomBytes(8).toString('hex')
  const match = PATTERN.exec(traceparent ?? '')
  const [, version, traceId, parentId, flags, more] = match ?? []
  const valid =
    version !== undefined &&
    version !== 'ff' &&
    !(version === '00' && more !== undefined) &&
    !/^0+$/.test(traceId ?? '0') &&
    !/^0+$/.test(parentId ?? '0')
  if (!valid) return `00-${randomBytes(16).toString('hex')}-${span}-01`
  return `00-${traceId}-${span}-${flags}`
}
