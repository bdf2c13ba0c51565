import { generateLayout } from '@/lib/floor/rules/generate-layout'
import { adviseMoves } from '@/lib/picking/rules/advise-moves'
import { metresBetween, placesWorthTrying, spotsOf } from '@/lib/picking/rules/places-worth-trying'
import { replayTours, type Walk, walkLength } from '@/lib/picking/rules/replay-tours'
import { RoomInBins } from '@/lib/picking/rules/room-in-bins'
import { walkingGraph } from '@/lib/picking/rules/walking-graph'
import type { ReplayedTour, SlotLine, SlottingFacts } from '@/lib/picking/slotting-schema'
import { DEMO_HALL } from '@/prisma/seed/demo-hall'
import { readProducts } from '@/prisma/seed/read-products'
import { stowProducts } from '@/prisma/seed/stow-products'
import { drawBaskets } from '@/simulate/draw-baskets'
import { seededRandom } from '@/simulate/random'
import type { Table } from './tables'

const BASKETS = Number(process.env.BENCH_BASKETS ?? 1_000)
const MOVES = Number(process.env.BENCH_MOVES ?? 50)
const SEED = 1

/**
 * The best moves for a day of real baskets in the demo's hall, stowed at random, beside moving as many of the most picked
 * lines to the nearest bins that take them, and beside the guess alone.
 */
export async function benchSlotting(): Promise<Table[]> {
  const facts = dayInTheHall()
  const startedMs = performance.now()
  const advice = ended(adviseMoves(facts, MOVES))
  const seconds = (performance.now() - startedMs) / 1_000
  const sum = advice.moves.reduce((metres, { savedMetres }) => metres + savedMetres, 0)
  const proved = replayed(
    facts,
    new Map(advice.moves.flatMap(({ transfers }) => transfers.map(({ line, to }) => [line, to]))),
  )
  const wrong = Math.abs(advice.beforeMetres - proved - sum)
  if (wrong > 1e-3)
    throw new Error(`the advice claims ${sum} m, a replay says ${advice.beforeMetres - proved}`)
  const row = (name: string, afterMetres: number, moves: number) => {
    const saved = advice.beforeMetres - afterMetres
    const share = `${((100 * saved) / advice.beforeMetres).toFixed(2)} %`
    return [name, moves, advice.beforeMetres.toFixed(0), afterMetres.toFixed(0), saved.toFixed(0), share]
  }
  const blind = nearestFirst(facts)
  const guess = guessedBest(facts)
  const pairs = advice.moves.filter(({ transfers }) => transfers.length > 1).length
  const cost = advice.moves.reduce((metres, { costMetres }) => metres + costMetres, 0)
  return [
    {
      title: `Slotting advice: ${advice.tours} orders of a day, each walked alone by its shortest route; ${facts.bins.length} bins, ${facts.lines.length} lines, ${facts.items.length} products`,
      columns: ['', 'moves', 'before m', 'after m', 'saved m', 'share'],
      rows: [
        row('advice', advice.afterMetres, advice.moves.length),
        row('most picked to the nearest bins', replayed(facts, blind), blind.size),
        row('by the guess, not proved', replayed(facts, guess), guess.size),
      ],
      note: `${seconds.toFixed(1)} s for the advice; ${pairs} of the moves are pairs; making them all is ${cost.toFixed(0)} m of walking; an independent replay of all moves differs by ${wrong.toFixed(6)} m`,
    },
  ]
}

/** The demo's hall and products stowed at random, and a day whose orders took each line from any bin that had it. */
function dayInTheHall(): SlottingFacts {
  const random = seededRandom(SEED)
  const { bins, aisles, zones, crossYMetres, stations } = generateLayout(DEMO_HALL)
  const hall = walkingGraph({ crossYMetres, aisles, blocks: [] })
  const climateOfZone = new Map(zones.map(({ code, temperatureZone }) => [code, temperatureZone]))
  const climateOf = new Map(aisles.map(({ code, zone }) => [code, climateOfZone.get(zone) ?? 'ambient']))
  const products = readProducts()
  const rows = bins.map((bin, id) => ({ ...bin, id, temperatureZone: climateOf.get(bin.aisle) ?? 'ambient' }))
  const stowed = stowProducts(products, rows, random)
  const productOf = new Map(products.map((product) => [product.sku, product]))
  const used = new Map<string, { volumeMl: number; weightGrams: number }>()
  for (const { bin, sku, onHand } of stowed) {
    const { volumeMl = 0, weightGrams = 0 } = productOf.get(sku) ?? {}
    const before = used.get(bin) ?? { volumeMl: 0, weightGrams: 0 }
    used.set(bin, {
      volumeMl: before.volumeMl + onHand * volumeMl,
      weightGrams: before.weightGrams + onHand * weightGrams,
    })
  }
  const depot = stations.find(({ kind }) => kind === 'depot') ?? { xMetres: 0, yMetres: 0 }
  const start = hall.placeOfStation(depot)
  return {
    ...{ layout: hall.layout, start, end: start },
    bins: rows.map(({ code, aisle, yMetres, temperatureZone, volumeMl, maxWeightGrams }) => ({
      ...{ bin: code, isOpen: true, temperatureZone, volumeMl },
      place: hall.placeOfBin({ aisle, yMetres }) ?? start,
      freeVolumeMl: volumeMl - (used.get(code)?.volumeMl ?? 0),
      freeWeightGrams: maxWeightGrams - (used.get(code)?.weightGrams ?? 0),
    })),
    lines: stowed.map(({ bin, sku, onHand }) => {
      return { bin, sku, lot: '', expiresOn: null, units: onHand, freeUnits: onHand, isMovable: true }
    }),
    items: products.map(({ sku, category, temperatureZone, volumeMl, weightGrams }) => {
      return { sku, category, temperatureZone, unitVolumeMl: volumeMl, unitWeightGrams: weightGrams }
    }),
    tours: toursOf(stowed, random),
    wishes: [],
  }
}

function toursOf(stowed: { sku: string; bin: string }[], random: () => number): ReplayedTour[] {
  const binsOf = new Map<string, string[]>()
  for (const { sku, bin } of stowed) binsOf.set(sku, [...(binsOf.get(sku) ?? []), bin])
  return drawBaskets(BASKETS, SEED).map(({ items }, n) => ({
    id: `order-${n}`,
    picks: items.flatMap(([sku, units]) => {
      const bins = binsOf.get(sku) ?? []
      const bin = bins[Math.floor(random() * bins.length)]
      return bin ? [{ bin, sku, units }] : []
    }),
  }))
}

function ended<Result>(work: Generator<unknown, Result>): Result {
  for (let step = work.next(); ; step = work.next()) if (step.done) return step.value
}

/** How long the day's walks are with these lines elsewhere: from the facts alone, without what the advice remembers. */
function replayed(facts: SlottingFacts, moved: Map<SlotLine, string>): number {
  const goes = new Map([...moved].map(([{ bin, sku }, to]) => [`${bin} ${sku}`, to]))
  const placeOf = new Map(facts.bins.map(({ bin, place }) => [bin, place]))
  return facts.tours
    .map(({ picks }) => picks.flatMap(({ bin, sku }) => placeOf.get(goes.get(`${bin} ${sku}`) ?? bin) ?? []))
    .filter((places) => places.length > 0)
    .reduce((sum, places) => sum + walkLength(facts, places), 0)
}

type Picked = { line: number; walks: Walk[] }
function mostPicked(facts: SlottingFacts): Picked[] {
  const byLine = new Map<number, Walk[]>()
  for (const walk of ended(replayTours(facts)))
    for (const line of new Set(walk.picks.map((pick) => pick.line)))
      if (line !== null) byLine.set(line, [...(byLine.get(line) ?? []), walk])
  return [...byLine].map(([line, walks]) => ({ line, walks })).sort((a, b) => b.walks.length - a.walks.length)
}

/** What many warehouses do: the most picked lines, one after the other, to the bin nearest to the depot that takes them. */
function nearestFirst(facts: SlottingFacts): Map<SlotLine, string> {
  const room = new RoomInBins(facts)
  const metresTo = (place: SlottingFacts['start']) => metresBetween(facts.layout, facts.start, place)
  const near = [...facts.bins].sort((a, b) => metresTo(a.place) - metresTo(b.place))
  const moved = new Map<SlotLine, string>()
  for (const { line: at } of mostPicked(facts)) {
    if (moved.size === MOVES) break
    const line = facts.lines[at]
    const to = line && near.find(({ bin }) => bin === line.bin || room.fits(line, bin))?.bin
    if (!line || !to || to === line.bin) continue
    room.take(line, to, false)
    moved.set(line, to)
  }
  return moved
}

/** The lines whose guess is best, to the first of their places that takes them. */
function guessedBest(facts: SlottingFacts): Map<SlotLine, string> {
  const room = new RoomInBins(facts)
  const spots = spotsOf(facts)
  const climateOf = new Map(facts.items.map(({ sku, temperatureZone }) => [sku, temperatureZone]))
  const guesses = mostPicked(facts).map(({ line, walks }) => {
    const climate = climateOf.get(facts.lines[line]?.sku ?? '') ?? ''
    return { line, places: placesWorthTrying(facts, spots, climate, { line, walks }) }
  })
  const moved = new Map<SlotLine, string>()
  for (const { line: at, places } of guesses.sort(
    (a, b) => (b.places[0]?.metres ?? 0) - (a.places[0]?.metres ?? 0),
  )) {
    if (moved.size === MOVES) break
    const line = facts.lines[at]
    const to = line && places.flatMap(({ at }) => spots[at]?.bins ?? []).find((bin) => room.fits(line, bin))
    if (!line || !to) continue
    room.take(line, to, false)
    moved.set(line, to)
  }
  return moved
}
