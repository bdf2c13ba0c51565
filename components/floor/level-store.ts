import type { BinChange, BinLevels } from '@/lib/floor/map-schema'

/** No date: nothing there, or nothing that expires. */
export const NO_DAY = -1

/** What lies in each bin, as columns in the order of the map. Written in place: a copy a change would be megabytes a second. */
export class LevelStore {
  readonly fill: Uint16Array
  readonly units: Int32Array
  readonly skus: Uint16Array
  readonly oldestDay: Int32Array
  readonly expiryDay: Int32Array
  readonly picks: Uint16Array
  /** Grows with every change, for who draws from it. */
  version = 0
  private readonly watchers = new Set<(bins: readonly number[] | null) => void>()

  constructor(readonly count: number) {
    this.fill = new Uint16Array(count)
    this.units = new Int32Array(count)
    this.skus = new Uint16Array(count)
    this.oldestDay = new Int32Array(count).fill(NO_DAY)
    this.expiryDay = new Int32Array(count).fill(NO_DAY)
    this.picks = new Uint16Array(count)
  }

  /** Takes all levels. */
  load(levels: BinLevels): void {
    this.fill.set(levels.fillPercent)
    this.units.set(levels.units)
    this.skus.set(levels.skus)
    this.picks.set(levels.picks)
    for (let bin = 0; bin < this.count; bin++) {
      this.oldestDay[bin] = levels.oldestDay[bin] ?? NO_DAY
      this.expiryDay[bin] = levels.earliestExpiryDay[bin] ?? NO_DAY
    }
    this.changed(null)
  }

  /** Takes the changes of a message; the answer is the bins that are on this map. */
  apply(changes: readonly BinChange[], indexOf: ReadonlyMap<string, number>): number[] {
    const touched: number[] = []
    for (const [code, fill, units, skus, oldestDay, expiryDay, picks] of changes) {
      const bin = indexOf.get(code)
      if (bin === undefined) continue
      this.fill[bin] = fill
      this.units[bin] = units
      this.skus[bin] = skus
      this.oldestDay[bin] = oldestDay ?? NO_DAY
      this.expiryDay[bin] = expiryDay ?? NO_DAY
      this.picks[bin] = picks
      touched.push(bin)
    }
    if (touched.length > 0) this.changed(touched)
    return touched
  }

  /** Says that these bins were written, or all. */
  changed(bins: readonly number[] | null): void {
    this.version++
    for (const watcher of this.watchers) watcher(bins)
  }

  readonly watch = (watcher: (bins: readonly number[] | null) => void): (() => void) => {
    this.watchers.add(watcher)
    return () => this.watchers.delete(watcher)
  }
}
