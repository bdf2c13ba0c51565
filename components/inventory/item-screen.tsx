'use client'
import { parseAsStringLiteral, useQueryState } from 'nuqs'
import type { ReactNode } from 'react'
import { Answered } from '@/components/live/answered'
import { type Initial, useLiveQuery } from '@/components/live/use-live-query'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { Panel } from '@/components/ui/panel'
import { LoadingRows } from '@/components/ui/skeleton'
import { StatePill } from '@/components/ui/state-pill'
import { type Stock, stockSchema } from '@/lib/inventory/schema'
import { AdjustDialog } from './adjust-dialog'
import { BinsTable } from './bins-table'
import { ItemFigures } from './item-figures'
import { ItemHistory } from './item-history'
import { LedgerPanel } from './ledger-panel'
import { OpenCountDialog } from './open-count-dialog'
import { ZONE_WORDS } from './stock-words'

type Props = {
  site: string
  /** Who adjusts, as the source of the event says it. */
  actor: string
  initial: Initial<Stock>
  /** What else there is to say of the item, above its ledger. */
  children?: ReactNode
}

/** One item of a site: how much, where, since when, and every event that made it so. */
export function ItemScreen({ site, actor, initial, children }: Props) {
  const { sku } = initial.answer
  const stock = useLiveQuery({
    site,
    topic: 'floor',
    id: sku,
    path: initial.path,
    schema: stockSchema,
    initial,
  })
  return (
    <div className="flex flex-col gap-4">
      <Breadcrumb href="/inventory" list="Inventory">
        <span className="font-mono">{sku}</span>
      </Breadcrumb>
      <Answered query={stock} loading={<LoadingRows rows={8} />}>
        {(item) => (
          <>
            <Head site={site} actor={actor} item={item} />
            <ItemFigures item={item} />
            <div className="grid gap-4 md:gap-5 xl:grid-cols-[minmax(0,7fr)_minmax(0,5fr)] xl:items-start">
              <ItemHistory site={site} sku={sku} />
              <Panel title="Bins" aside="first to expire, first out" flush>
                <BinsTable item={item} />
              </Panel>
            </div>
          </>
        )}
      </Answered>
      {children}
      <LedgerPanel site={site} sku={sku} />
    </div>
  )
}

/** An address may ask for an act; nothing is done before it is confirmed. */
const asking = parseAsStringLiteral(['adjust', 'count'])

function Head({ site, actor, item }: { site: string; actor: string; item: Stock }) {
  const [open, setOpen] = useQueryState('act', asking)
  const close = () => void setOpen(null)
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <div className="min-w-0">
        <h1 className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold text-ink text-xl tracking-tight">
          {item.name}
          {item.available === 0 ? <StatePill state="late">Out of stock</StatePill> : null}
          {item.shortfall > 0 ? <StatePill state="failed">Short</StatePill> : null}
        </h1>
        <p className="flex flex-wrap items-center gap-x-3 text-ink-soft text-sm">
          <span className="inline-flex items-center font-mono">
            {item.sku}
            <CopyButton what="SKU" text={item.sku} />
          </span>
          <span className="font-mono">{item.gtin}</span>
          <span>
            {item.department}, {item.category}
          </span>
          <span>{ZONE_WORDS[item.temperatureZone]}</span>
        </p>
      </div>
      <div className="flex gap-2">
        <Button onPress={() => void setOpen('count')}>Have it counted</Button>
        <Button onPress={() => void setOpen('adjust')}>Adjust</Button>
      </div>
      {open === 'adjust' ? <AdjustDialog site={site} actor={actor} item={item} onClose={close} /> : null}
      {open === 'count' ? <OpenCountDialog site={site} sku={item.sku} onClose={close} /> : null}
    </div>
  )
}
