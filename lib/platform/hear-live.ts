import { liveToldSchema } from './live-change'
import { logger } from './logger'
import { slot } from './slot'

/** Hands what another process told to the sockets of this one; what this one told itself they know already. */
export function hearLive(told: unknown): void {
  const parsed = liveToldSchema.safeParse(told)
  if (!parsed.success) {
    logger.warn({ told }, 'a live change that is none')
    return
  }
  if (parsed.data.from === slot.self) return
  for (const message of parsed.data.messages) {
    if ('touched' in message) slot.touchLive?.(message)
    else slot.emitLive?.(message)
  }
}
