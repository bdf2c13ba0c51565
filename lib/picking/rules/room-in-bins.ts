import { unitsThatFit } from '@/lib/inventory/rules/choose-bin'
import type { SlotBin, SlotItem, SlotLine, SlottingFacts } from '../slotting-schema'

type Content = Pick<SlotLine, 'sku' | 'lot' | 'expiresOn' | 'units'>
type Held = { bin: SlotBin; content: Content[]; freeVolumeMl: number; freeWeightGrams: number }

/**
 * What fits where while moves are thought of. What a move takes away stays counted where it was, so that every move is right
 * whichever of the others are made, and in whatever order.
 */
export class RoomInBins {
  private readonly bins: Map<string, Held>
  private readonly items: Map<string, SlotItem>
  /** Bins of a pair that depend on each other's room: nothing else comes or goes. */
  private readonly closed = new Set<string>()
  private readonly touched = new Set<string>()
  private readonly destinations = new Set<string>()

  constructor({ bins, lines, items }: SlottingFacts) {
    this.items = new Map(items.map((item) => [item.sku, item]))
    this.bins = new Map(
      bins.map((bin) => {
        const { freeVolumeMl, freeWeightGrams } = bin
        return [bin.bin, { bin, content: [], freeVolumeMl, freeWeightGrams }]
      }),
    )
    for (const line of lines) this.bins.get(line.bin)?.content.push(line)
  }

  /** Would all of the line fit there, with `without` taken out before? */
  fits(line: SlotLine, to: string, without?: SlotLine): boolean {
    const held = this.bins.get(to)
    const item = this.items.get(line.sku)
    if (!held || !item || to === line.bin || this.closed.has(to) || this.closed.has(line.bin)) return false
    if (without && (this.touched.has(to) || this.touched.has(line.bin))) return false
    const others = held.content.filter((content) => content !== without)
    const conditions = {
      isOpen: held.bin.isOpen,
      temperatureZone: held.bin.temperatureZone,
      freeVolumeMl: held.freeVolumeMl + this.volumeMl(without),
      freeWeightGrams: held.freeWeightGrams + this.weightGrams(without),
      lookAlike: others.find((other) => this.isLookAlike(other.sku, item))?.sku ?? null,
      otherLot: others.find((other) => isOtherLot(other, line))?.lot ?? null,
    }
    return unitsThatFit(conditions, { ...item, units: line.units }) === line.units
  }

  /** Takes room for a line; `isPair` when its room depends on another transfer of the same move. */
  take(line: SlotLine, to: string, isPair: boolean): void {
    const held = this.bins.get(to)
    if (!held) return
    held.freeVolumeMl -= this.volumeMl(line)
    held.freeWeightGrams -= this.weightGrams(line)
    held.content.push(line)
    this.destinations.add(to)
    for (const bin of [to, line.bin]) (isPair ? this.closed : this.touched).add(bin)
  }

  /** Does a move bring something there? */
  isDestination(bin: string): boolean {
    return this.destinations.has(bin)
  }

  private isLookAlike(sku: string, item: SlotItem): boolean {
    return sku !== item.sku && this.items.get(sku)?.category === item.category
  }

  private volumeMl(line: SlotLine | undefined): number {
    return line ? line.units * (this.items.get(line.sku)?.unitVolumeMl ?? 0) : 0
  }

  private weightGrams(line: SlotLine | undefined): number {
    return line ? line.units * (this.items.get(line.sku)?.unitWeightGrams ?? 0) : 0
  }
}

const isOtherLot = (one: Content, other: Content): boolean =>
  one.sku === other.sku && (one.lot !== other.lot || one.expiresOn !== other.expiresOn)
