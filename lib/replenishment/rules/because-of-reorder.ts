import type { Outlook } from '../reorder-schema'
import type { SupplyTerm } from '../supply-schema'
import { dayAfter } from './order-days'

const WORDS = new Intl.DateTimeFormat('en-GB', {
  ...{ weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' },
})
const dayWords = (today: string, inDays: number): string =>
  inDays <= 0 ? 'today' : inDays === 1 ? 'tomorrow' : `on ${WORDS.format(new Date(dayAfter(today, inDays)))}`
const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`)

/**
 * Why so many, in one sentence that can be read aloud.
 * @param today the site's own day, YYYY-MM-DD
 */
export function becauseOfReorder(outlook: Outlook, terms: SupplyTerm, today: string): string {
  const { quantity, held, stockOutInDays } = outlook
  const standing = standingWords(outlook)
  if (held === 'covered')
    return stockOutInDays === null
      ? `Nothing to order: ${standing} last for more than four weeks.`
      : `Nothing to order yet: ${standing} run out ${dayWords(today, stockOutInDays)}, and there is time for a later order.`
  const out = outWords(outlook, today)
  if (held === 'no-order-day') return `Nothing to order today, for ${terms.supplier} takes no order: ${out}.`
  const wanted = `${Math.round(outlook.wantedUnits)} are wanted in the ${days(outlook.spanDays)} until the next order is here`
  const sure = `${Math.round(outlook.safetyUnits)} more keep the shelf full ${Math.round(terms.serviceLevel * 100)} times in 100`
  if (quantity === 0)
    return `Nothing to order although ${out}: even the least order, ${terms.packUnits * terms.minimumPacks}, would likely not sell before it expires.`
  const limit = held === 'shelf-life' ? ', and of more too much would expire' : packWords(outlook, terms)
  return `Order ${quantity}: ${out}, ${wanted}, and ${sure}${limit}.`
}

function outWords(outlook: Outlook, today: string): string {
  const { availableUnits, onTheWayUnits, stockOutInDays } = outlook
  if (availableUnits + onTheWayUnits === 0) return 'the shelf is empty and nothing is on the way'
  return stockOutInDays === null
    ? `${standingWords(outlook)} are less than is to be there`
    : `${standingWords(outlook)} run out ${dayWords(today, stockOutInDays)}`
}

function standingWords({ availableUnits, onTheWayUnits, wastedUnits }: Outlook): string {
  const waste = Math.round(wastedUnits)
  const coming = onTheWayUnits > 0 ? ` and ${onTheWayUnits} on the way` : ''
  return `the ${availableUnits} there${coming}${waste > 0 ? ` (${waste} of them expire before they are wanted)` : ''}`
}

function packWords({ quantity, targetUnits, usableUnits }: Outlook, { packUnits }: SupplyTerm): string {
  const isRounded = packUnits > 1 && quantity - Math.max(0, targetUnits - usableUnits) >= 1
  return isRounded ? `, in packs of ${packUnits}` : ''
}
