import type { ConflictReason, ShortRequest } from '../schema'
import { type JudgedStop, judgeConfirmation } from './judge-confirmation'

export type ShortConflict = { outcome: 'conflict'; reason: ConflictReason; says: string }

/** A short pick that does not count, in words for the floor. */
export function shortConflict(
  reason: 'unknown-stop' | 'not-yours',
  { seq }: ShortRequest,
  who: string | undefined,
): ShortConflict {
  const says =
    reason === 'unknown-stop'
      ? `Stop ${seq} is not on this tour. Take the tour again.`
      : `${who ?? 'Somebody else'} has this tour now. Bring what you took for it to them.`
  return { outcome: 'conflict', reason, says }
}

/** What stands against telling a stop short; null when nothing does. */
export function judgeShort(
  told: ShortRequest,
  stop: JudgedStop | undefined,
  tourState: string,
): ShortConflict | null {
  if (!stop) return shortConflict('unknown-stop', told, undefined)
  const { operationId, seq, found } = told
  const as = { operationId, seq, bin: stop.bin, sku: stop.sku, quantity: Math.max(1, found), at: '' }
  const judged = judgeConfirmation(as, stop)
  if (judged.outcome === 'conflict') return judged
  if (tourState !== 'walking')
    return { outcome: 'conflict', reason: 'not-yours', says: 'This tour has ended. Ask for the next one.' }
  if (found >= stop.quantity - stop.picked)
    return {
      outcome: 'conflict',
      reason: 'too-many',
      says: 'Nothing is missing here: confirm the stop instead.',
    }
  return null
}
