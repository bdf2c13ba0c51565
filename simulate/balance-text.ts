import type { Balance } from './balance-books'
import type { Ridden } from './conveyor/ride-boxes'
import type { Picked } from './pick-tours'

/** What the client heard. */
export type Tally = {
  sent: number
  answers: Record<string, number>
  /** HTTP statuses of orders that were refused for another reason than stock or card. */
  refusals: Record<number, number>
  shortSkus: Map<string, number>
  orderNumbers: string[]
  answerMs: number[]
  picked: Picked
  ridden: Ridden
}

const SKUS_SHOWN = 8

/**
 * The balance of a run, for people.
 * @returns its text, and whether the books agree: nothing promised is missing, nothing is there twice
 */
export function balanceText(
  tally: Tally,
  balance: Balance,
  seconds: number,
): { text: string; agrees: boolean } {
  const { answers, orderNumbers, picked, ridden } = tally
  const { statuses, mails, stock } = balance
  const confirming = statuses.confirming ?? 0
  const placed = balance.sixStepsDone + balance.owing - confirming
  const refused = answers.refused ?? 0
  const duplicates =
    orderNumbers.length - new Set(orderNumbers).size + balance.untold.length + (mails?.more ?? 0)
  const lost = (answers.unanswered ?? 0) + (statuses.missing ?? 0) + balance.owing + (mails?.none ?? 0)
  const shipped = statuses.shipped ?? 0
  const boxesLost = ridden.totes - ridden.packed - ridden.refused + ridden.parcels - ridden.sorted
  const rows: [string, string | number, string?][] = [
    ['sent', tally.sent],
    ['accepted', orderNumbers.length],
    ['placed', placed],
    ['refused for stock', answers['out-of-stock'] ?? 0, shortList(tally.shortSkus)],
    ['declined', (answers.declined ?? 0) + (statuses.declined ?? 0) + (statuses.cancelled ?? 0)],
    ['refused otherwise', refused, refused ? `HTTP ${Object.keys(tally.refusals).join(', ')}` : ''],
    ['still confirming', confirming],
    ['six steps done', balance.sixStepsDone],
    ['mailed exactly once', mails ? mails.one : '-', mails ? '' : 'this house has no demo mailbox'],
    ['tours walked', picked.tours, toursNote(picked)],
    ['units picked', picked.units, `${picked.lines} lines, ${picked.shorts} short`],
    ['totes on the belt', ridden.totes, `${ridden.packed} packed, ${ridden.refused} not taken by packing`],
    ['parcels packed', ridden.parcels, `${ridden.sorted} sorted into their carrier's lane`],
    ['boxes lost', boxesLost, boxesLost ? 'not where they belong' : ''],
    ['shipped', shipped, shipped === 0 && placed > 0 ? 'no order of this run has left the house' : ''],
    ['held beyond stock', stock.overheld.length, stock.overheld.slice(0, SKUS_SHOWN).join(', ')],
    ['duplicates', duplicates, balance.untold.slice(0, SKUS_SHOWN).join(', ')],
    ['lost', lost],
  ]
  const text = [
    speedLine(tally, seconds),
    `stock: ${stock.skus} SKUs, ${stock.onHand} units on hand, ${stock.held} held`,
    ...rows.map(([name, value, note]) =>
      `  ${name.padEnd(20)}${String(value).padStart(7)}  ${note ?? ''}`.trimEnd(),
    ),
  ]
  return {
    text: text.join('\n'),
    agrees: lost + duplicates + stock.overheld.length + refused + boxesLost === 0,
  }
}

function toursNote({ walkMetres, savedMetres }: Picked): string {
  return `${Math.round(walkMetres)} m, ${Math.round(savedMetres)} m less than aisle by aisle`
}

function shortList(skus: Map<string, number>): string {
  const most = [...skus].sort(([, a], [, b]) => b - a)
  const more = most.length > SKUS_SHOWN ? ` and ${most.length - SKUS_SHOWN} more` : ''
  return (
    most
      .slice(0, SKUS_SHOWN)
      .map(([sku, times]) => `${sku} x${times}`)
      .join(', ') + more
  )
}

function speedLine({ answerMs }: Tally, seconds: number): string {
  const sorted = [...answerMs].sort((a, b) => a - b)
  const at = (share: number): string => `${(sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(0)} ms`
  return `${(answerMs.length / seconds).toFixed(1)} orders/s, answered in p50 ${at(0.5)}, p99 ${at(0.99)}`
}
