import { mostPicks } from '@/lib/floor/rules/most-picks'
import type { RoutePlace } from '../schema'
import type { SlotLine, SlottingFacts } from '../slotting-schema'
import type { Walk } from './replay-tours'

/** How many picks each aisle of a hall sees, so that what is popular is not put into one aisle. */
export class CrowdedAisles {
  private readonly picks = new Map<number, number>()
  private readonly mostOf = new Map<string, number>()
  private readonly climateOf: Map<string, string>

  constructor({ bins, items }: SlottingFacts, walks: Walk[]) {
    this.climateOf = new Map(items.map(({ sku, temperatureZone }) => [sku, temperatureZone]))
    for (const { picks } of walks) for (const { place } of picks) this.add(place.aisle, 1)
    const aislesOf = new Map<string, Set<number>>()
    for (const { temperatureZone, place } of bins)
      aislesOf.set(temperatureZone, (aislesOf.get(temperatureZone) ?? new Set()).add(place.aisle))
    for (const [climate, aisles] of aislesOf)
      this.mostOf.set(climate, mostPicks([...aisles].map((aisle) => this.picks.get(aisle) ?? 0)))
  }

  /** Would pickers queue there if so many more picks came? An item whose own picks are more than that lies alone. */
  isCrowdedWith({ sku }: Pick<SlotLine, 'sku'>, { aisle }: RoutePlace, picks: number): boolean {
    const there = this.picks.get(aisle) ?? 0
    const most = this.mostOf.get(this.climateOf.get(sku) ?? '') ?? 0
    return there > 0 && there + picks > most
  }

  move(from: RoutePlace, to: RoutePlace, picks: number): void {
    this.add(from.aisle, -picks)
    this.add(to.aisle, picks)
  }

  private add(aisle: number, picks: number): void {
    this.picks.set(aisle, (this.picks.get(aisle) ?? 0) + picks)
  }
}
