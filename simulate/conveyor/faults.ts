/** What goes wrong with one reading of a label. */
export type ScanFault =
  | 'no-read'
  | 'multiple-labels'
  | 'unknown-label'
  | 'said-twice'
  | 'late'
  | 'out-of-order'
  | 'answer-lost'
/** What goes wrong with a box between its scans. */
export type BoxFault = 'misses' | 'lost-told' | 'lost-unseen' | 'strays'

export type FaultRates = { scans: Record<ScanFault, number>; boxes: Record<BoxFault, number> }

/**
 * Per mille. The first four of a public emulator of a camera tunnel (no-read 22, multiple labels 4, duplicate 2,
 * invalid 1; its 3 oversize boxes miss their divert); the others are ours: no rates of them are published.
 */
export const USUAL_FAULTS: FaultRates = {
  scans: {
    'no-read': 22,
    'multiple-labels': 4,
    'said-twice': 2,
    'unknown-label': 1,
    late: 1,
    'out-of-order': 2,
    'answer-lost': 2,
  },
  boxes: { misses: 5, 'lost-told': 1, 'lost-unseen': 1, strays: 1 },
}

export const NO_FAULTS: FaultRates = {
  scans: {
    'no-read': 0,
    'multiple-labels': 0,
    'said-twice': 0,
    'unknown-label': 0,
    late: 0,
    'out-of-order': 0,
    'answer-lost': 0,
  },
  boxes: { misses: 0, 'lost-told': 0, 'lost-unseen': 0, strays: 0 },
}

/** One fault by its rate, or none. */
export function drawFault<Fault extends string>(
  perMille: Record<Fault, number>,
  random: () => number,
): Fault | null {
  let left = random() * 1_000
  for (const fault in perMille) {
    left -= perMille[fault]
    if (left < 0) return fault
  }
  return null
}
