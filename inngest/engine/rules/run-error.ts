import type { RunError } from './change'

/** An error in the one shape that runs, retries and failure events carry, whatever was thrown or sent. */
export function runError(thrown: unknown): RunError {
  if (typeof thrown === 'string') return { name: 'Error', message: thrown }
  if (typeof thrown !== 'object' || thrown === null) return { name: 'Error', message: String(thrown) }
  const { name, message, error, stack } = thrown as Record<string, unknown>
  return {
    name: typeof name === 'string' ? name : 'Error',
    message:
      [message, error].find((text) => typeof text === 'string') ?? 'the function failed without a message',
    ...(typeof stack === 'string' ? { stack } : {}),
  }
}
