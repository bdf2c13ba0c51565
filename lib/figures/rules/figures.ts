import type { FigureId } from '../schema'
import type { Counts } from './counts'

export type Unit = 'orders' | 'lines/h' | 'units/h' | 'share' | 'hours' | 'metres' | 'SKUs'
export type Figure = {
  name: string
  unit: Unit
  /** One sentence: what is divided by what. After WERC's DC Measures where it has the figure. */
  definition: string
  better: 'more' | 'less' | null
  /** What a site aims for that has said nothing else; its orders aim at its plan instead. */
  target: number | null
  /** What the best in class reach, where a study of the field says so: WERC, DC Measures 2020. */
  best?: number
  /** Of the counts of an hour, a day or more; null where there is nothing to divide by, and of what is only known now. */
  of: (counts: Counts) => number | null
}

const SECONDS_AN_HOUR = 3_600
/** Below a minute of picking a rate says nothing. */
const LEAST_SECONDS = 60

const divided = (value: number, by: number, least = 1): number | null => (by >= least ? value / by : null)
const anHour = (value: number, seconds: number) => divided(value * SECONDS_AN_HOUR, seconds, LEAST_SECONDS)

/** Every figure of the day, defined this once: screens, mails and exports say the same. */
export const FIGURES: Record<FigureId, Figure> = {
  'orders-in': {
    ...{ name: 'Orders in', unit: 'orders', better: null, target: null },
    definition: 'Orders placed since the site’s midnight, whatever became of them after.',
    of: ({ ordersIn }) => ordersIn,
  },
  'orders-picked': {
    ...{ name: 'Picked', unit: 'orders', better: 'more', target: null },
    definition: 'Orders whose pick list was closed, picked in full or short.',
    of: ({ ordersPicked }) => ordersPicked,
  },
  'orders-packed': {
    ...{ name: 'Packed', unit: 'orders', better: 'more', target: null },
    definition: 'Orders whose first parcel was packed.',
    of: ({ ordersPacked }) => ordersPacked,
  },
  'orders-shipped': {
    ...{ name: 'Shipped', unit: 'orders', better: 'more', target: null },
    definition: 'Orders whose last parcel was handed over to its carrier.',
    of: ({ ordersShipped }) => ordersShipped,
  },
  'on-time-shipping': {
    ...{ name: 'On-time shipping', unit: 'share', better: 'more', target: 0.99, best: 0.997 },
    definition:
      'Orders handed over by the departure that the customer was told ÷ orders shipped that had such a promise.',
    of: ({ ordersOnTime, ordersPromised }) => divided(ordersOnTime, ordersPromised),
  },
  'fill-rate': {
    ...{ name: 'Fill rate', unit: 'share', better: 'more', target: 0.98 },
    definition: 'Units shipped ÷ units ordered, of orders that were shipped or refused for want of stock.',
    of: ({ unitsShipped, unitsWanted }) => divided(unitsShipped, unitsWanted),
  },
  'line-rate': {
    ...{ name: 'Pick rate, lines', unit: 'lines/h', better: 'more', target: 90 },
    definition: 'Order lines picked ÷ hours that pickers spent on tours.',
    of: ({ linesPicked, pickSeconds }) => anHour(linesPicked, pickSeconds),
  },
  'unit-rate': {
    ...{ name: 'Pick rate, units', unit: 'units/h', better: 'more', target: 150 },
    definition: 'Units picked ÷ hours that pickers spent on tours.',
    of: ({ unitsPicked, pickSeconds }) => anHour(unitsPicked, pickSeconds),
  },
  'pick-accuracy': {
    ...{ name: 'Pick accuracy', unit: 'share', better: 'more', target: 0.995, best: 0.999 },
    definition:
      'Confirmations at the shelf that were right and whole ÷ all of them; a wrong bin, a wrong item, too many or a short pick is not.',
    of: ({ picksTold, picksWrong }) => divided(picksTold - picksWrong, picksTold),
  },
  'dock-to-stock': {
    ...{ name: 'Dock to stock', unit: 'hours', better: 'less', target: 4 },
    definition:
      'Hours from a lot’s last arrival at the dock to its put-away, the mean over all units put away.',
    of: ({ dockSeconds, unitsStowed }) => divided(dockSeconds / SECONDS_AN_HOUR, unitsStowed),
  },
  'inventory-accuracy': {
    ...{ name: 'Inventory accuracy', unit: 'share', better: 'more', target: 0.99 },
    definition: 'Bins counted without any difference from the book ÷ bins counted.',
    of: ({ binsAgreed, binsCounted }) => divided(binsAgreed, binsCounted),
  },
  'walk-saved': {
    ...{ name: 'Walk saved', unit: 'metres', better: 'more', target: null },
    definition: 'Metres that finished tours would have walked aisle by aisle, less the metres they walked.',
    of: ({ walkMetres, baselineMetres }) => (baselineMetres > 0 ? baselineMetres - walkMetres : null),
  },
  'stock-outs': {
    ...{ name: 'Out of stock', unit: 'SKUs', better: 'less', target: 0 },
    definition:
      'SKUs with no unit available that somebody wanted in the last 28 days; unknown where no demand is known.',
    of: () => null,
  },
  'stock-outs-soon': {
    ...{ name: 'Out of stock soon', unit: 'SKUs', better: 'less', target: 0 },
    definition: 'SKUs in stock whose forecast uses up what is available within their supplier’s lead time.',
    of: () => null,
  },
}

/** May a site aim for a number of its own? Orders have their plan, and what is neither good nor bad has no target. */
export const hasTarget = (id: FigureId): boolean =>
  FIGURES[id].better !== null && FIGURES[id].unit !== 'orders'

/** A share of all at most. */
export const isTarget = (id: FigureId, target: number): boolean =>
  hasTarget(id) && target >= 0 && target <= (FIGURES[id].unit === 'share' ? 1 : MOST_TARGET)

const MOST_TARGET = 1_000_000

/** Whether a figure is where it should be: `near` within a tenth of its target’s distance to perfect, or of the target. */
export function standingOf(id: FigureId, value: number | null, target: number | null) {
  const { better, unit } = FIGURES[id]
  if (value === null || target === null || better === null) return null
  const miss = better === 'more' ? target - value : value - target
  if (miss <= 0) return 'good'
  const slack = unit === 'share' ? (1 - target) * 2 : target / 10
  return miss <= slack ? 'near' : 'bad'
}
