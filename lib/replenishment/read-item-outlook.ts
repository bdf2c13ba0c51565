import { findOpenReorders } from './list-reorders'
import { readOutlookFacts, readToday } from './read-outlook-facts'
import { readSupplyTerms } from './read-supply-terms'
import type { ItemOutlook } from './reorder-schema'
import { becauseOfReorder } from './rules/because-of-reorder'
import { dayAfter, weekdayOf } from './rules/order-days'
import { reorderQuantity } from './rules/reorder-quantity'

/** What the rule says of a SKU at a site at this moment, by which terms, and what of it is under way; null: no such SKU or site. */
export async function readItemOutlook(site: string, sku: string, now: Date): Promise<ItemOutlook | null> {
  const day = await readToday(site, now)
  if (day === null) return null
  const [known, facts, open] = await Promise.all([
    readSupplyTerms(site, [sku]),
    readOutlookFacts(site, day, sku),
    findOpenReorders(site, sku),
  ])
  const listed = known.get(sku)
  if (!listed) return null
  const { sku: _, name: __, ...terms } = listed
  const [fact] = facts
  const about = { sku, day, terms, open }
  if (!fact)
    return {
      ...{ ...about, facts: null, outlook: null, stockOutOn: null, orderBy: null },
      because: 'There is no forecast of it yet: what was wanted of it so far is not enough to say.',
    }
  const { sku: ___, ...seen } = fact
  const ask = { ...seen, weekday: weekdayOf(day) }
  const outlook = reorderQuantity({ ...ask, terms })
  const on = (inDays: number | null) => (inDays === null ? null : dayAfter(day, inDays))
  return {
    ...{ ...about, facts: ask, outlook, because: becauseOfReorder(outlook, terms, day) },
    ...{ stockOutOn: on(outlook.stockOutInDays), orderBy: on(outlook.orderInDays) },
  }
}
