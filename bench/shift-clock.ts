const Real = Date
let shiftMs = 0

class Shifted extends Real {
  constructor(...given: unknown[]) {
    if (given.length === 0) super(Shifted.now())
    else super(...(given as [number]))
  }

  static override now(): number {
    return Real.now() + shiftMs
  }
}

/** Turns the wall clock of this process forward, or back, by so many milliseconds from the true time. */
export function shiftClock(ms: number): void {
  shiftMs = ms
  globalThis.Date = Shifted as DateConstructor
}
