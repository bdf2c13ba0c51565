import { moveAtSandbox } from './move-at-sandbox'
import type { MovementOutcome, MovementRequest } from './schema'

/**
 * Asks the provider that charged the order for a movement.
 * @throws Error when it could not be reached, was too slow, or answered what is no answer
 */
export async function askProvider(
  provider: string,
  request: MovementRequest,
  timeoutMs: number,
): Promise<MovementOutcome> {
  if (provider === 'sandbox') return moveAtSandbox(request, timeoutMs)
  throw new Error(`there is no payment provider ${provider}`)
}
