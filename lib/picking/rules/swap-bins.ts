import type { RouteTask } from './route-task'
import { walkAllPlaces } from './walk-all-places'

const MANY = Number.POSITIVE_INFINITY
const SAME = 1e-9

/**
 * Good bins in a short time: stop by stop, those far away first, the bin that makes the walk grow least; then a place is
 * given up, or all those of an aisle, and what is missing got elsewhere, while that helps. Every trial is the shortest walk
 * over its places. The places of the walk, required ones among them.
 */
export function swapBins(task: RouteTask, isLate: () => boolean): number[] {
  const search = new SwapSearch(task)
  search.descend(isLate)
  return [...task.required, ...search.chosen]
}

class SwapSearch {
  chosen = new Set<number>()
  private length: number
  private readonly lotsOf = new Map<number, { place: number; units: number }[]>()

  constructor(private readonly task: RouteTask) {
    const { hall, places, lots } = task
    const x = (place: number) => hall.xs[places.aisle[place] ?? 0] ?? 0
    const far = (place: number) =>
      Math.abs(x(place) - x(places.start)) + Math.abs((places.y[place] ?? 0) - (places.y[places.start] ?? 0))
    const by = new Map<number, { place: number; units: number }[]>()
    for (const { article, place, units } of lots)
      by.set(article, [...(by.get(article) ?? []), { place, units }])
    const depth = (own: { place: number }[]) => Math.min(...own.map(({ place }) => far(place)))
    for (const [article, own] of [...by].sort((a, b) => depth(b[1]) - depth(a[1])))
      this.lotsOf.set(article, own)
    this.length = this.fill(this.chosen, MANY, -1)
  }

  descend(isLate: () => boolean) {
    for (let isBetter = true; isBetter && !isLate(); ) {
      isBetter = false
      for (const group of this.groups()) {
        if (isLate()) return
        if (this.tryWithout(group)) isBetter = true
      }
    }
  }

  /** Each chosen place alone, then all those of an aisle. */
  groups(): number[][] {
    const aisles = new Map<number, number[]>()
    for (const place of this.chosen) {
      const aisle = this.task.places.aisle[place] ?? 0
      aisles.set(aisle, [...(aisles.get(aisle) ?? []), place])
    }
    return [
      ...[...this.chosen].map((place) => [place]),
      ...[...aisles.values()].filter((all) => all.length > 1),
    ]
  }

  /** Whether the walk became shorter. */
  tryWithout(group: number[]): boolean {
    if (!group.every((place) => this.chosen.has(place))) return false
    const trial = new Set(this.chosen)
    for (const place of group) trial.delete(place)
    if (this.lengthOver(trial) > this.length - SAME) return false
    const length = this.fill(trial, this.length - SAME, group.length === 1 ? (group[0] ?? -1) : -1)
    if (length === MANY) return false
    this.chosen = trial
    this.length = length
    return true
  }

  /** Adds what is missing where the walk grows least, `but` not there; the walk's length, MANY when it is not below `limit`. */
  private fill(trial: Set<number>, limit: number, but: number): number {
    let length = -1
    for (;;) {
      const missing = this.firstMissing(trial)
      if (missing < 0) return length < 0 ? this.lengthOver(trial) : length
      let best = -1
      let least = MANY
      for (const { place } of this.lotsOf.get(missing) ?? []) {
        if (trial.has(place) || place === but) continue
        trial.add(place)
        const grown = this.lengthOver(trial)
        trial.delete(place)
        if (grown < least) [best, least] = [place, grown]
      }
      if (!(least < limit)) return MANY
      trial.add(best)
      length = least
    }
  }

  private firstMissing(chosen: Set<number>): number {
    for (const [article, lots] of this.lotsOf) {
      let units = 0
      for (const lot of lots) if (chosen.has(lot.place)) units += lot.units
      if (units < (this.task.open[article] ?? 0)) return article
    }
    return -1
  }

  private lengthOver(chosen: Set<number>): number {
    const found = walkAllPlaces(this.task.hall, this.task.places, [...this.task.required, ...chosen])
    return found === null || found === 'late' ? MANY : found.length
  }
}
