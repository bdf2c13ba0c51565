'use client'
import type { CountAct } from '@/components/outbox/act'
import { Count } from '@/components/ui/count'
import { Notice } from '@/components/ui/notice'
import { StateMark } from '@/components/ui/state-mark'
import type { StockCountPage } from '@/lib/inventory/schema'
import { lineKey } from './count-stops'

type Props = { count: StockCountPage; waiting: readonly CountAct[] }

/** What was counted, and what of it is still on this phone only. */
export function CountedLines({ count, waiting }: Props) {
  const replaced = new Set(waiting.map(({ line }) => lineKey(line)))
  const arrived = count.items.filter((item) => !replaced.has(lineKey(item)))
  if (arrived.length + waiting.length === 0) return null
  return (
    <div className="flex flex-col gap-3">
      {waiting.length > 0 ? (
        <Notice
          state="waiting"
          title={`${waiting.length} ${waiting.length === 1 ? 'line waits' : 'lines wait'} on this phone.`}
        >
          They are sent as soon as the server is reached; go on counting.
        </Notice>
      ) : null}
      <ul aria-label="Counted" className="rounded-lg border border-line bg-surface shadow-panel">
        {waiting.toReversed().map(({ line, name }) => (
          <Counted key={line.operationId} bin={line.bin} name={name} quantity={line.quantity} isWaiting />
        ))}
        {arrived.map((item) => (
          <Counted key={lineKey(item)} bin={item.bin} name={item.name} quantity={item.counted} />
        ))}
      </ul>
    </div>
  )
}

type CountedProps = { bin: string; name: string; quantity: number; isWaiting?: boolean }

function Counted({ bin, name, quantity, isWaiting = false }: CountedProps) {
  return (
    <li className="flex items-center gap-3 border-line border-t px-4 py-2.5 first:border-t-0">
      <StateMark
        state={isWaiting ? 'waiting' : 'done'}
        label={isWaiting ? 'On this phone' : 'With the server'}
        size={16}
      />
      <span className="min-w-0 grow">
        <span className="block truncate text-base text-ink">{name}</span>
        <span className="font-mono text-ink-soft text-xs">{bin}</span>
      </span>
      <span className="font-semibold text-ink text-xl">
        <Count value={quantity} />
      </span>
    </li>
  )
}
