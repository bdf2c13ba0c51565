import { type FrontierStates, NOTHING, WHOLE } from './frontier-states'
import type { Stages } from './piece-choices'

const STAGES_BETWEEN_LOOKS = 4

// Kept for the life of the process and grown as needed: a sweep allocates nothing but its answer.
let parent = new Int32Array(1 << 14)
let taken = new Int32Array(1 << 14)
let place = new Int32Array(1 << 8)
let length: Float64Array[] = [new Float64Array(1 << 8), new Float64Array(1 << 8)]
let state: Int32Array[] = [new Int32Array(1 << 8), new Int32Array(1 << 8)]

/**
 * The shortest way to make a whole walk out of the choices of all stages: one sweep that keeps the best way to each
 * state of the frontier (Ratliff and Rosenthal 1983). Linear in the stages. `choices`: the choice taken at each stage;
 * null when there is no walk; 'late' when the time was over.
 */
export function sweepStages(
  states: FrontierStates,
  stages: Stages,
  isLate: () => boolean = () => false,
): { length: number; choices: Int32Array } | null | 'late' {
  const { first } = stages
  const count = first.length - 1
  const offsets = new Int32Array(count + 1)
  let live = 1
  let written = 0
  let now = 0
  ;(state[0] as Int32Array)[0] = NOTHING
  ;(length[0] as Float64Array)[0] = 0
  for (let stage = 0; stage < count; stage++) {
    if (stage % STAGES_BETWEEN_LOOKS === 0 && live > 2_000 && isLate()) return 'late'
    offsets[stage] = written
    const found = advance(states, stages, stage, live, now, written)
    if (found === 0) return null
    written += found
    live = found
    now = 1 - now
  }
  const last = state[now] as Int32Array
  let at = -1
  for (let one = 0; one < live; one++) if (last[one] === WHOLE) at = one
  if (at < 0) return null
  const total = (length[now] as Float64Array)[at] ?? 0
  const choices = new Int32Array(count)
  for (let stage = count - 1; stage >= 0; stage--) {
    const entry = (offsets[stage] ?? 0) + at
    choices[stage] = taken[entry] ?? 0
    at = parent[entry] ?? 0
  }
  return { length: total, choices }
}

/** One stage: from the live states of `now` to those of the other buffer; the number of them. */
function advance(
  states: FrontierStates,
  { first, move, length: cost }: Stages,
  stage: number,
  live: number,
  now: number,
  written: number,
): number {
  const fromState = state[now] as Int32Array
  const fromLength = length[now] as Float64Array
  const next = 1 - now
  let found = 0
  const until = first[stage + 1] ?? 0
  for (let choice = first[stage] ?? 0; choice < until; choice++) {
    const step = move[choice] ?? 0
    const extra = cost[choice] ?? 0
    let table = states.tableOf(step)
    for (let at = 0; at < live; at++) {
      const from = fromState[at] as number
      let to = table[from] as number
      if (to === -1) continue
      if (to < 0) {
        to = states.next(step, from)
        table = states.tableOf(step)
        if (to < 0) continue
      }
      const total = (fromLength[at] as number) + extra
      if (to >= place.length) place = grown(place, to)
      let slot = place[to] as number
      const toState = state[next] as Int32Array
      if (slot >= found || toState[slot] !== to) {
        slot = found++
        if (slot >= toState.length || written + slot >= parent.length) makeRoom(slot, written + slot)
        place[to] = slot
        ;(state[next] as Int32Array)[slot] = to
      } else if (total >= ((length[next] as Float64Array)[slot] as number)) continue
      ;(length[next] as Float64Array)[slot] = total
      parent[written + slot] = at
      taken[written + slot] = choice
    }
  }
  return found
}

function makeRoom(slots: number, entries: number) {
  state = state.map((one) => grown(one, slots))
  length = length.map((one) => {
    const more = new Float64Array(Math.max(one.length, 2 * (slots + 1)))
    more.set(one)
    return more
  })
  parent = grown(parent, entries)
  taken = grown(taken, entries)
}

function grown(values: Int32Array, index: number): Int32Array<ArrayBuffer> {
  if (index < values.length) return values as Int32Array<ArrayBuffer>
  const more = new Int32Array(2 * (index + 1))
  more.set(values)
  return more
}
