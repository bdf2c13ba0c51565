'use client'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import type { CountAct } from '@/components/outbox/act'
import { BigButton } from '@/components/ui/big-button'
import { IconButton } from '@/components/ui/icon-button'
import { NumberPad } from '@/components/ui/number-pad'
import type { StockCountPage } from '@/lib/inventory/schema'
import { type CountStop, lineKey } from './count-stops'
import { ItemFinder } from './item-finder'

/** More than any bin holds, and than the server takes. */
const MOST = 999_999

type Props = {
  site: string
  count: StockCountPage
  stops: readonly CountStop[]
  waiting: readonly CountAct[]
  onCount: (act: CountAct) => void
}

/** From bin to bin: its address in huge letters, which item, how many. */
export function CountWalk({ site, count, stops, waiting, onCount }: Props) {
  const done = new Set([...count.items.map(lineKey), ...waiting.map(({ line }) => lineKey(line))])
  const isDone = ({ bin, item }: CountStop) => item !== null && done.has(lineKey({ bin, sku: item.sku }))
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      stops.findIndex((stop) => !isDone(stop)),
    ),
  )
  const stop = stops[at]
  if (!stop)
    return (
      <p className="text-base text-ink-soft">The book knows no bin of this item. A bin has to be named.</p>
    )
  const go = (step: number) => setAt((at + step + stops.length) % stops.length)
  return (
    <section
      aria-label={`Bin ${stop.bin}`}
      className="rounded-lg border border-line bg-surface p-4 shadow-panel"
    >
      <div className="flex items-center justify-between text-ink-soft text-sm">
        {stops.length > 1 ? (
          <>
            <IconButton label="Bin before" onPress={() => go(-1)}>
              <ChevronLeft size={22} aria-hidden="true" />
            </IconButton>
            <span>
              Bin {at + 1} of {stops.length}
              {isDone(stop) ? ', counted' : ''}
            </span>
            <IconButton label="Bin after" onPress={() => go(1)}>
              <ChevronRight size={22} aria-hidden="true" />
            </IconButton>
          </>
        ) : (
          <span>Bin</span>
        )}
      </div>
      <p className="mb-3 text-center font-bold font-mono text-bin text-ink tracking-tighter">{stop.bin}</p>
      <AtStop
        key={at}
        site={site}
        stop={stop}
        onCount={(item, quantity) => {
          onCount(actOf(count.id, stop, item, quantity))
          if (stop.item !== null && at < stops.length - 1) go(1)
        }}
      />
    </section>
  )
}

type Item = { sku: string; name: string }

function actOf(countId: string, { bin }: CountStop, { sku, name }: Item, quantity: number): CountAct {
  const operationId = crypto.randomUUID()
  const at = new Date().toISOString()
  return { kind: 'count-line', operationId, at, countId, name, line: { operationId, bin, sku, quantity, at } }
}

type AtProps = { site: string; stop: CountStop; onCount: (item: Item, quantity: number) => void }

function AtStop({ site, stop, onCount }: AtProps) {
  const [item, setItem] = useState<Item | null>(stop.item)
  const [quantity, setQuantity] = useState<number | null>(null)
  if (item === null) return <ItemFinder site={site} onFound={setItem} />
  const count = () => {
    if (quantity === null) return
    onCount(item, quantity)
    setQuantity(null)
    setItem(stop.item)
  }
  return (
    <div className="flex flex-col gap-4">
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          <p className="text-ink text-lg leading-snug">{item.name}</p>
          <p className="font-mono text-ink-soft text-sm">{item.sku}</p>
        </div>
        {stop.item === null ? (
          <button
            type="button"
            onClick={() => setItem(null)}
            className="min-h-11 shrink-0 cursor-pointer px-2 text-ink-soft text-sm underline underline-offset-4"
          >
            Another item
          </button>
        ) : null}
      </div>
      <NumberPad label="How many lie there" value={quantity} most={MOST} onChange={setQuantity} />
      <BigButton isDisabled={quantity === null} onPress={count}>
        {quantity === null ? 'How many lie there?' : `Count ${quantity}, next`}
      </BigButton>
    </div>
  )
}
