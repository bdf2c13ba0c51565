import type { RoutePlace } from '../schema'

/** Units of one SKU and lot in a bin that a tour may take: those nobody holds, and those held for the tour's own orders. */
export type PickableLine = {
  stockLineId: number
  place: RoutePlace
  /** As in 2026-12-31; null does not expire. */
  expiresOn: string | null
  free: number
  own: number
  /** Somebody found less here than the book says and it is not counted yet: what nobody holds is not offered. */
  isDoubted: boolean
}

type Option = RoutePlace & { bin: string; qty: number }
type Part = { qty: number; options: Option[] }

/** Beyond these a route is hardly shorter and takes much longer to find. */
const MOST_OPTIONS = 6

/**
 * Where the units of a SKU may be taken: parts of what is needed, each with bins of its own, named by stock line. First
 * expired first out: a lot is in reach only for what the lots before it cannot give, expired ones last of all.
 * @param today as in 2026-11-21
 * @returns parts that add up to `needed`, or to all there is
 */
export function binOptions(lines: PickableLine[], needed: number, today: string, isFefo: boolean): Part[] {
  const parts: Part[] = []
  let left = needed
  for (const group of groupsOf(lines, today, isFefo)) {
    if (left === 0) break
    const options = group
      .map(({ stockLineId, place, free, own, isDoubted }) => ({
        ...place,
        bin: String(stockLineId),
        qty: Math.min(left, own + (isDoubted ? 0 : free)),
        own,
      }))
      .filter(({ qty }) => qty > 0)
      .sort((a, b) => b.own - a.own || b.qty - a.qty || Number(a.bin) - Number(b.bin))
    const kept: Option[] = []
    let reach = 0
    for (const { own: _, ...option } of options) {
      if (kept.length >= MOST_OPTIONS && reach >= left) break
      kept.push(option)
      reach += option.qty
    }
    const qty = Math.min(left, reach)
    if (qty > 0) parts.push({ qty, options: kept })
    left -= qty
  }
  return parts
}

function groupsOf(lines: PickableLine[], today: string, isFefo: boolean): PickableLine[][] {
  const groups = new Map<string, PickableLine[]>()
  for (const line of lines) {
    const key = keyOf(line.expiresOn, today, isFefo)
    groups.set(key, [...(groups.get(key) ?? []), line])
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group)
}

function keyOf(expiresOn: string | null, today: string, isFefo: boolean): string {
  if (expiresOn !== null && expiresOn < today) return `expired ${expiresOn}`
  return isFefo ? (expiresOn ?? '9999') : ''
}
