import type { BinHistory } from '@/lib/floor/map-schema'
import type { LevelStore } from './level-store'

/**
 * What changed, newest first, and a place on it. Winding it writes what the bins held then into the levels: back by
 * subtracting, forth by adding, so a move costs what happened in between and nothing else.
 */
export class ReplayTape {
  private readonly bin: number[] = []
  private readonly atMs: number[] = []
  private readonly units: number[] = []
  private readonly volume: number[] = []
  private readonly weight: number[] = []
  /** Units, thousandths of volume and of weight of each bin that changed, at the tape's present place. */
  private readonly held = new Map<number, [units: number, volume: number, weight: number]>()
  /** So many changes are taken back. */
  private place = 0

  constructor(private readonly indexOf: ReadonlyMap<string, number>) {}

  get changes(): number {
    return this.bin.length
  }

  /** Adds a page that ends where the one before it began. */
  add({ from, bins, changes }: BinHistory): void {
    const fromMs = Date.parse(from)
    const places = bins.bin.map((code) => this.indexOf.get(code))
    for (const [n, bin] of places.entries()) {
      if (bin === undefined || this.held.has(bin)) continue
      // Untouched between the pages, so what it held at the end of this one it held at the end of all.
      this.held.set(bin, [bins.units[n] ?? 0, bins.volumePermille[n] ?? 0, bins.weightPermille[n] ?? 0])
    }
    for (const [n, at] of changes.bin.entries()) {
      const bin = places[at]
      if (bin === undefined) continue
      this.bin.push(bin)
      this.atMs.push(fromMs + (changes.atMs[n] ?? 0))
      this.units.push(changes.units[n] ?? 0)
      this.volume.push(changes.volumePermille[n] ?? 0)
      this.weight.push(changes.weightPermille[n] ?? 0)
    }
  }

  /** Winds to a moment; the answer is the bins that are different then. */
  wind(toMs: number, levels: LevelStore): number[] {
    const touched = new Set<number>()
    while (this.place < this.bin.length && (this.atMs[this.place] ?? 0) > toMs)
      this.step(this.place++, -1, touched)
    while (this.place > 0 && (this.atMs[this.place - 1] ?? 0) <= toMs) this.step(--this.place, 1, touched)
    for (const bin of touched) {
      const [units, volume, weight] = this.held.get(bin) ?? [0, 0, 0]
      levels.units[bin] = Math.max(0, units)
      levels.fill[bin] = Math.max(0, Math.round(Math.max(volume, weight) / 10))
    }
    return [...touched]
  }

  private step(at: number, way: 1 | -1, touched: Set<number>): void {
    const bin = this.bin[at] ?? 0
    const held = this.held.get(bin)
    if (!held) return
    held[0] += way * (this.units[at] ?? 0)
    held[1] += way * (this.volume[at] ?? 0)
    held[2] += way * (this.weight[at] ?? 0)
    touched.add(bin)
  }
}
