import type { State } from '@/components/ui/state'
import type { BoxState, Fate } from '@/lib/conveyor/figures-schema'
import type { Action, Because, LaneState, Outcome } from '@/lib/conveyor/schema'

export const ACTIONS: Record<Action, string> = {
  divert: 'Diverted',
  pass: 'Passed on',
  recirculate: 'Around again',
  reject: 'To the exceptions',
}

export const BECAUSE: Record<Because, string> = {
  routed: 'Its lane takes it',
  'no-read': 'No label was read',
  'unknown-barcode': 'Nobody announced this label',
  'multiple-labels': 'Several labels',
  'cancelled-order': 'Its order is cancelled',
  'lane-full': 'Its lane is full',
  'lane-closed': 'Its lane is closed',
  'lane-busy': 'Its lane takes no more a minute',
  'too-late': 'The answer came too late',
  elsewhere: 'Another sorter serves it',
  'no-lane': 'No lane serves it',
  'sequence-reused': 'The scanner’s number was used before',
  'unknown-scanner': 'Nobody knows the scanner',
  'no-owner': 'Nobody answered for the sorter',
}

export const OUTCOMES: Record<Fate, { text: string; state: State }> = {
  diverted: { text: 'Arrived', state: 'done' },
  missed: { text: 'Missed', state: 'late' },
  lost: { text: 'Lost', state: 'failed' },
  unconfirmed: { text: 'Not confirmed', state: 'waiting' },
}

export const fateOf = (outcome: Outcome | null): Fate => outcome ?? 'unconfirmed'

export const LANE_STATES: Record<LaneState, { text: string; state: State }> = {
  open: { text: 'Open', state: 'done' },
  closed: { text: 'Closed', state: 'stopped' },
  full: { text: 'Full', state: 'late' },
}

export const BOX_STATES: Record<BoxState, { text: string; state: State }> = {
  expected: { text: 'Expected', state: 'waiting' },
  arrived: { text: 'Arrived', state: 'done' },
  lost: { text: 'Lost', state: 'failed' },
  cancelled: { text: 'Cancelled', state: 'stopped' },
}

/** Micros as milliseconds with what matters of them: "0.08 ms", "4.2 ms", "120 ms". */
export function millisWords(micros: number): string {
  const millis = micros / 1_000
  return `${millis.toFixed(millis < 1 ? 2 : millis < 10 ? 1 : 0)} ms`
}

/** A share of a whole in percent: "–" of nothing. */
export function shareWords(part: number, whole: number): string {
  if (whole === 0) return '–'
  const percent = (part / whole) * 100
  return `${percent.toFixed(percent > 0 && percent < 10 ? 1 : 0)} %`
}
