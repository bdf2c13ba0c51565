import { SAME_SEQ_MS } from './decide-scan'
import type { SorterState } from './sorter-state'

/** A box may come back by hand within this time and go on where it was sent. */
const PASS_KEPT_MS = 60 * 60_000
/** The totes of an order come within this time, or they are packed apart. */
const KEY_KEPT_MS = 24 * 60 * 60_000

/** Forgets what no later scan can ask for; what is not recorded yet is kept. */
export function forgetOld(state: SorterState, nowMs: number): void {
  // In the order of the answers: the first that is young ends it.
  for (const numbers of state.answered.values())
    for (const [seq, { decidedAtMs, recorded }] of numbers) {
      if (nowMs - decidedAtMs < SAME_SEQ_MS || !recorded) break
      numbers.delete(seq)
    }
  for (const [id, { decidedAtMs, recorded }] of state.byId) {
    if (nowMs - decidedAtMs < SAME_SEQ_MS || !recorded) break
    state.byId.delete(id)
  }
  for (const [barcode, goneAt] of state.circulating) if (goneAt <= nowMs) state.circulating.delete(barcode)
  for (const { coming } of state.lanes.values())
    for (const [barcode, goneAt] of coming) if (goneAt <= nowMs) coming.delete(barcode)
  for (const [barcode, { scannedAtMs }] of state.passes)
    if (nowMs - scannedAtMs >= PASS_KEPT_MS) state.passes.delete(barcode)
  for (const [key, { atMs }] of state.laneOfKey) if (nowMs - atMs >= KEY_KEPT_MS) state.laneOfKey.delete(key)
}
