import type { SupplyTerm } from '../supply-schema'

type Item = { department: string; temperatureZone: string; priceMinor: number }

/** Part of the price that the goods cost: a grocer's gross margin is a quarter to a third. */
const COST_SHARE = 0.7

type Kind = Pick<
  SupplyTerm,
  'leadDays' | 'leadSdDays' | 'reviewDays' | 'packUnits' | 'shelfLifeDays' | 'serviceLevel'
>

const FRESH: Kind = {
  ...{ leadDays: 1, leadSdDays: 0.3, reviewDays: 1, packUnits: 6, shelfLifeDays: 7, serviceLevel: 0.95 },
}
const BY_DEPARTMENT: Record<string, Kind> = {
  Produce: { ...FRESH, shelfLifeDays: 6 },
  Bakery: { ...FRESH, shelfLifeDays: 4 },
  'Meat & Seafood': { ...FRESH, shelfLifeDays: 5 },
  Deli: { ...FRESH, shelfLifeDays: 14 },
  Dairy: { ...FRESH, reviewDays: 2, shelfLifeDays: 14, serviceLevel: 0.97 },
}
const BY_ZONE: Record<string, Kind> = {
  chilled: { ...FRESH, shelfLifeDays: 10 },
  frozen: { ...FRESH, leadDays: 3, leadSdDays: 0.7, reviewDays: 7, packUnits: 12, shelfLifeDays: 180 },
}
const KEEPS: Kind = {
  ...{ leadDays: 3, leadSdDays: 0.7, reviewDays: 3, packUnits: 12, shelfLifeDays: null, serviceLevel: 0.97 },
}

/** The terms of a SKU of which nobody has said any: by its department, else by its temperature zone. */
export function defaultSupplyTerm({ department, temperatureZone, priceMinor }: Item): SupplyTerm {
  return {
    ...(BY_DEPARTMENT[department] ?? BY_ZONE[temperatureZone] ?? KEEPS),
    supplier: department,
    orderWeekdays: [],
    minimumPacks: 1,
    unitCostMinor: Math.round(priceMinor * COST_SHARE),
  }
}
