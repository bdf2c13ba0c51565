import { setImmediate as letOthersWork } from 'node:timers/promises'
import { adviseMoves, type MoveAdvice } from './rules/advise-moves'
import type { SlottingFacts } from './slotting-schema'

/** More than a floor makes in a quiet hour. */
const MOST_MOVES = 50
/** Thinking in slices of this, so that others of the same thread are answered in between. */
const SLICE_MS = 8

/** The advice as far as the time allows; null when not even the walks could be replayed. */
export async function adviseInSlices(
  facts: SlottingFacts,
  limitMs: number,
): Promise<{ advice: MoveAdvice | null; isComplete: boolean }> {
  const deadlineMs = performance.now() + limitMs
  const thinking = adviseMoves(facts, MOST_MOVES)
  let sliceEndsMs = performance.now() + SLICE_MS
  for (;;) {
    const { done, value } = thinking.next()
    if (done) return { advice: value, isComplete: true }
    const nowMs = performance.now()
    if (nowMs > deadlineMs) return { advice: value, isComplete: false }
    if (nowMs < sliceEndsMs) continue
    await letOthersWork()
    sliceEndsMs = performance.now() + SLICE_MS
  }
}
