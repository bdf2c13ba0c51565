/** How an aisle piece meets a cross aisle: not at all, with an odd or with an even number of edges. */
export const UNTOUCHED = 0
export const ODD = 1
export const EVEN = 2

/** The move of an aisle piece that holds the whole walk: it begins and ends there and meets no cross aisle. */
export const CLOSED_INSIDE = 18
const PIECE_MOVES = 19
const CROSS_MOVES = 12

/** State 0: nothing walked yet. State 1: the walk is whole, nothing may be added. */
export const NOTHING = 0
export const WHOLE = 1
const IMPOSSIBLE = -1
const UNKNOWN = -2

/**
 * The states of a frontier of `rows` crossings and where each move leads; filled as they are met, and kept.
 * A state says of each crossing whether it is untouched, odd or even, and which touched ones hang together
 * (Ratliff and Rosenthal 1983 for two rows; the equivalence classes of Cambazard and Catusse 2018 for any number).
 */
export class FrontierStates {
  private readonly labels: Uint8Array[] = []
  private readonly odds: Uint8Array[] = []
  private readonly ids = new Map<string, number>()
  private readonly moves: (Int32Array | undefined)[] = []

  constructor(readonly rows: number) {
    this.add(new Uint8Array(rows), new Uint8Array(rows))
    // The whole walk looks like nothing, but is not.
    this.labels.push(new Uint8Array(rows))
    this.odds.push(new Uint8Array(rows))
  }

  get count(): number {
    return this.labels.length
  }

  /** The move of the aisle piece between `row` and the next: how it meets them, and whether it joins them. */
  pieceMove(row: number, low: number, high: number, isJoined: boolean): number {
    return row * PIECE_MOVES + (low * 3 + high) * 2 + (isJoined ? 1 : 0)
  }

  closedInside(row: number): number {
    return row * PIECE_MOVES + CLOSED_INSIDE
  }

  /** The move along a cross aisle to the next aisle, 0 to 2 times; `isEnd`: exactly one end of the walk lies on the crossing. */
  crossMove(row: number, times: number, isRequired: boolean, isEnd: boolean): number {
    return (
      (this.rows - 1) * PIECE_MOVES + row * CROSS_MOVES + times * 4 + (isRequired ? 2 : 0) + (isEnd ? 1 : 0)
    )
  }

  /** Where the moves lead, by state; `next` fills what is not known yet. */
  tableOf(move: number): Int32Array {
    const table = this.moves[move]
    if (table && table.length >= this.count) return table
    const grown = new Int32Array(Math.max(64, this.count * 2)).fill(UNKNOWN)
    if (table) grown.set(table)
    this.moves[move] = grown
    return grown
  }

  /** The state that a move leads to, or below 0 when it cannot be made. */
  next(move: number, state: number): number {
    const table = this.tableOf(move)
    const known = table[state] ?? UNKNOWN
    if (known !== UNKNOWN) return known
    const pieces = (this.rows - 1) * PIECE_MOVES
    const found =
      move < pieces
        ? this.afterPiece(state, Math.floor(move / PIECE_MOVES), move % PIECE_MOVES)
        : this.afterCross(state, Math.floor((move - pieces) / CROSS_MOVES), (move - pieces) % CROSS_MOVES)
    this.tableOf(move)[state] = found
    return found
  }

  private afterPiece(state: number, row: number, code: number): number {
    if (code === 0) return state
    if (code === CLOSED_INSIDE) return state === NOTHING ? WHOLE : IMPOSSIBLE
    if (state === WHOLE) return IMPOSSIBLE
    const label = Uint8Array.from(this.labels[state] ?? [])
    const odd = Uint8Array.from(this.odds[state] ?? [])
    const low = Math.floor(code / 6)
    const high = Math.floor(code / 2) % 3
    touch(label, odd, row, low)
    touch(label, odd, row + 1, high)
    const from = label[row + 1] ?? 0
    if (code % 2 === 1)
      for (let at = 0; at < this.rows; at++) if (label[at] === from) label[at] = label[row] ?? 0
    return this.add(label, odd)
  }

  private afterCross(state: number, row: number, code: number): number {
    const times = code >> 2
    const isRequired = (code & 2) !== 0
    const isEnd = (code & 1) !== 0
    if (state === WHOLE) return times === 0 && !isRequired ? WHOLE : IMPOSSIBLE
    const label = Uint8Array.from(this.labels[state] ?? [])
    const odd = Uint8Array.from(this.odds[state] ?? [])
    const own = label[row] ?? 0
    const isOdd = ((odd[row] ?? 0) === 1) !== isEnd
    if (isOdd !== (times === 1)) return IMPOSSIBLE
    if (own === 0) {
      // A walk that is only this crossing.
      if (times === 0 && isRequired) return state === NOTHING ? WHOLE : IMPOSSIBLE
      if (times === 0) return state
      // Walking to a crossing where nothing is, and back, helps nobody.
      if (!isRequired) return IMPOSSIBLE
      label[row] = this.rows + 1
    } else if (times === 0) {
      label[row] = 0
      odd[row] = 0
      if (!label.includes(own)) return label.some((other) => other > 0) ? IMPOSSIBLE : WHOLE
    }
    odd[row] = times === 1 ? 1 : 0
    return this.add(label, odd)
  }

  private add(label: Uint8Array, odd: Uint8Array): number {
    const names = new Map<number, number>([[0, 0]])
    let key = ''
    for (let row = 0; row < this.rows; row++) {
      const own = label[row] ?? 0
      if (!names.has(own)) names.set(own, names.size)
      label[row] = names.get(own) ?? 0
      key += String.fromCharCode(48 + (label[row] ?? 0) * 2 + (odd[row] ?? 0))
    }
    const known = this.ids.get(key)
    if (known !== undefined) return known
    const id = this.labels.length
    this.ids.set(key, id)
    this.labels.push(label)
    this.odds.push(odd)
    return id
  }
}

function touch(label: Uint8Array, odd: Uint8Array, row: number, how: number) {
  if (how === UNTOUCHED) return
  if ((label[row] ?? 0) === 0) label[row] = label.length + 1 + row
  if (how === ODD) odd[row] = 1 - (odd[row] ?? 0)
}

const known = new Map<number, FrontierStates>()

/** The states for this many cross aisles; one table for the life of the process. */
export function frontierStates(rows: number): FrontierStates {
  const states = known.get(rows) ?? new FrontierStates(rows)
  known.set(rows, states)
  return states
}
