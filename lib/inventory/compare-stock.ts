import type { ClientBase } from 'pg'
import { type Replay, skuKey } from './replay-events'
import { type ReplayProof, replayProof, type SkuHistory } from './rules/replay-proof'

/** What stock derived anew from the events says of the live stock. */
export type Derived = {
  /** SKUs of a site by what replaying their events proves. */
  skus: Record<ReplayProof, number>
  differences: string[]
  /** SKUs whose sum came out otherwise, of those where that proves nothing. */
  undecided: string[]
}

type Line = { site_id: string; sku: string; bin: string; bin_id: number; lot: string; units: number }

const STOCK = `
SELECT line.site_id, line.sku, bin.code AS bin, line.bin_id, line.lot, line.on_hand - line.shortfall AS units
  FROM stock_line line JOIN bin ON bin.id = line.bin_id WHERE line.on_hand <> line.shortfall
 ORDER BY line.site_id, line.sku, line.bin_id, line.lot`

const NO_EVENTS: SkuHistory = { takesAnywhere: false, takesAnyLot: false, hasLots: false, hasCounts: false }

/** Compares live stock with what a replay made, SKU by SKU, as closely as their events allow. */
export async function compareStock(
  live: ClientBase,
  scratch: ClientBase,
  { histories, unread }: Replay,
): Promise<Derived> {
  const is = bySku((await live.query<Line>(STOCK)).rows)
  const should = bySku((await scratch.query<Line>(STOCK)).rows)
  const derived: Derived = { skus: { bins: 0, sum: 0, open: 0 }, differences: [...unread], undecided: [] }
  for (const key of new Set([...histories.keys(), ...is.keys(), ...should.keys()])) {
    const proof = replayProof(histories.get(key) ?? NO_EVENTS)
    derived.skus[proof]++
    const lines = { is: is.get(key) ?? [], should: should.get(key) ?? [] }
    const found = proof === 'bins' ? differentBins(lines.is, lines.should) : differentSums(key, lines)
    derived[proof === 'open' ? 'undecided' : 'differences'].push(...found)
  }
  return derived
}

function bySku(lines: Line[]): Map<string, Line[]> {
  const found = new Map<string, Line[]>()
  for (const line of lines) {
    const key = skuKey(line.site_id, line.sku)
    const known = found.get(key)
    if (known) known.push(line)
    else found.set(key, [line])
  }
  return found
}

function differentBins(is: Line[], should: Line[]): string[] {
  const keyOf = ({ bin_id, lot }: Line) => `${bin_id} ${lot}`
  const wanted = new Map(should.map((line) => [keyOf(line), line]))
  const found = new Map(is.map((line) => [keyOf(line), line]))
  return [...new Map([...wanted, ...found])].flatMap(([key, { site_id, sku, bin, lot }]) => {
    const units = [wanted, found].map((lines) => lines.get(key)?.units ?? 0)
    if (units[0] === units[1]) return []
    return `${site_id} ${sku} in ${bin}${lot && ` lot ${lot}`}: the events come to ${units[0]}, the stock line says ${units[1]}`
  })
}

function differentSums(key: string, lines: { is: Line[]; should: Line[] }): string[] {
  const [wanted, found] = [lines.should, lines.is].map((all) =>
    all.reduce((sum, { units }) => sum + units, 0),
  )
  if (wanted === found) return []
  return [`${key.replace('\n', ' ')}: the events come to ${wanted} in all bins, the stock lines to ${found}`]
}
