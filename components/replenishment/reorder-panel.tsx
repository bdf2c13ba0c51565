'use client'
import { useState } from 'react'
import { Answered } from '@/components/live/answered'
import { useLiveQuery } from '@/components/live/use-live-query'
import { Button } from '@/components/ui/button'
import { useLocale } from '@/components/ui/locale'
import { Panel } from '@/components/ui/panel'
import { LoadingRows } from '@/components/ui/skeleton'
import { REORDERS } from '@/lib/replenishment/events'
import { type ItemOutlook, itemOutlookSchema } from '@/lib/replenishment/reorder-schema'
import { CoverBar } from './cover-bar'
import { PastPlayed } from './past-played'
import { itemOutlookPath } from './reorder-paths'
import { dayWords, REORDER_STATES } from './reorder-words'
import { TermsDialog } from './terms-dialog'

/** When one item is to be ordered, how much and why; by which terms, and what of it is under way. */
export function ReorderPanel({ site, sku }: { site: string; sku: string }) {
  const path = itemOutlookPath(site, sku)
  const query = useLiveQuery({ site, topic: 'floor', id: REORDERS, path, schema: itemOutlookSchema })
  return (
    <Panel
      title="What to order"
      aside={
        <a href="/replenishment" className="underline underline-offset-4">
          all that is to be ordered
        </a>
      }
    >
      <Answered query={query} loading={<LoadingRows rows={3} />}>
        {(item) => <Outlook site={site} item={item} />}
      </Answered>
    </Panel>
  )
}

function Outlook({ site, item }: { site: string; item: ItemOutlook }) {
  const { locale } = useLocale()
  const [isEditing, setEditing] = useState(false)
  const { outlook, terms, open, orderBy } = item
  return (
    <div className="flex flex-col gap-3">
      <p className="max-w-prose text-ink text-sm">{item.because}</p>
      {outlook ? (
        <p className="flex flex-wrap items-center gap-3 text-ink-soft text-sm">
          <CoverBar outlook={outlook} />
          <span suppressHydrationWarning>
            {outlook.stockOutInDays === null ? 'over 28' : outlook.coverDays.toFixed(1)} days of cover
            {orderBy ? `; order by ${dayWords(orderBy, locale)} at the latest` : ''}
          </span>
        </p>
      ) : null}
      <p className="max-w-prose text-ink-soft text-sm">
        {terms.supplier}, {terms.leadDays} {terms.leadDays === 1 ? 'day' : 'days'} to come (±{' '}
        {terms.leadSdDays}), packs of {terms.packUnits}
        {terms.minimumPacks > 1 ? `, at least ${terms.minimumPacks}` : ''}
        {terms.shelfLifeDays === null
          ? ', keeps'
          : `, keeps ${terms.shelfLifeDays} ${terms.shelfLifeDays === 1 ? 'day' : 'days'}`}
        , there {Math.round(terms.serviceLevel * 100)} times in 100
        {terms.isDefault ? '; nobody has said these terms, they are its department’s' : ''}.
      </p>
      <div className="flex flex-wrap items-start gap-2">
        <Button onPress={() => setEditing(true)}>Change the terms…</Button>
        <PastPlayed site={site} sku={item.sku} />
      </div>
      {isEditing ? <TermsDialog site={site} item={item} onClose={() => setEditing(false)} /> : null}
      {open.length > 0 ? (
        <ul className="flex flex-col gap-1 text-sm" aria-label="Under way">
          {open.map(({ id, state, quantity, supplier, expectedOn, receivedUnits }) => (
            <li key={id}>
              <a
                href={`/replenishment?state=${state}`}
                className="font-medium text-ink underline-offset-4 hover:underline"
              >
                {REORDER_STATES[state].text}
              </a>
              : {quantity} from {supplier}
              {expectedOn ? `, due ${dayWords(expectedOn, locale)}` : ''}
              {receivedUnits > 0 ? `, ${receivedUnits} received` : ''}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
