'use client'
import { Count } from '@/components/ui/count'
import { RowButton } from '@/components/ui/row-button'
import { StatePill } from '@/components/ui/state-pill'
import { useClock } from '@/components/ui/use-clock'
import { daysWords, todayAsDay } from './bin-words'
import { ExpiryDay } from './expiry-day'
import { NO_DAY } from './level-store'
import type { Floor } from './use-floor'

type Props = { floor: Floor; bin: number; onOpen: (code: string) => void }

/** A bin's row of the list; on a phone what matters of it in two lines. */
export function BinCells({ floor: { model, levels }, bin, onOpen }: Props) {
  const today = useClock(todayAsDay)
  const code = model.codes[bin] ?? ''
  const units = levels.units[bin] ?? 0
  const skus = levels.skus[bin] ?? 0
  const oldest = levels.oldestDay[bin] ?? NO_DAY
  const expiry = levels.expiryDay[bin] ?? NO_DAY
  return (
    <>
      <td className="py-1 pr-2 pl-4">
        <span className="flex items-center gap-2">
          <RowButton onPress={() => onOpen(code)}>
            <span className="font-mono">{code}</span>
          </RowButton>
          {model.isClosed[bin] ? <StatePill state="late">Closed</StatePill> : null}
        </span>
        <span className="block text-ink-soft text-xs md:hidden">
          {units} units · {skus} {skus === 1 ? 'SKU' : 'SKUs'}
        </span>
      </td>
      <td className="px-2 text-ink-soft max-md:hidden">{model.map.zones[model.zoneOf[bin] ?? 0]?.name}</td>
      <td className="px-2 max-md:pr-4">
        <Fill percent={levels.fill[bin] ?? 0} />
      </td>
      <td className="px-2 text-right max-md:hidden">
        <Count value={units} />
      </td>
      <td className="px-2 text-right max-md:hidden">
        <Count value={skus} />
      </td>
      <td className="px-2 text-right text-ink-soft max-lg:hidden">
        {oldest === NO_DAY ? '' : daysWords(today - oldest)}
      </td>
      <td className="px-2 text-right max-lg:hidden">{expiry === NO_DAY ? '' : <ExpiryDay on={expiry} />}</td>
      <td className="pr-4 pl-2 text-right max-md:hidden">
        <Count value={levels.picks[bin] ?? 0} />
      </td>
    </>
  )
}

function Fill({ percent }: { percent: number }) {
  return (
    <span className="flex items-center gap-2">
      <span className="h-1.5 w-full overflow-hidden rounded-sm bg-inset" aria-hidden="true">
        <span
          className={`block h-full ${percent > 100 ? 'bg-late' : 'bg-chart'}`}
          style={{ width: `${Math.min(100, percent)}%` }}
        />
      </span>
      <span className="w-12 shrink-0 text-right tabular-nums">{percent} %</span>
    </span>
  )
}
