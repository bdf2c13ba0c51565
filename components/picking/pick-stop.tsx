import { type LucideIcon, Snowflake, ThermometerSnowflake } from 'lucide-react'
import type { PickList } from '@/lib/picking/schema'

type Line = PickList['lines'][number]

const COLD: Partial<Record<Line['temperatureZone'], { text: string; icon: LucideIcon }>> = {
  chilled: { text: 'Chilled', icon: ThermometerSnowflake },
  frozen: { text: 'Frozen', icon: Snowflake },
}

/** One bin: its address first and largest, then how many of what. */
export function PickStop({ line }: { line: Line }) {
  const cold = COLD[line.temperatureZone]
  return (
    <li className="border-line border-t px-4 py-4">
      <p className="flex items-baseline justify-between gap-3">
        <span className="font-bold font-mono text-bin text-ink tracking-tighter">{line.bin}</span>
        <span className="whitespace-nowrap font-semibold text-2xl text-ink">
          {line.quantity}
          <span aria-hidden="true"> ×</span>
        </span>
      </p>
      <p className="mt-2 text-ink text-lg leading-snug">{line.name}</p>
      <p className="mt-1 flex flex-wrap items-center gap-x-3 text-ink-soft text-sm">
        <span>Aisle {line.aisle}</span>
        <span className="font-mono">{line.sku}</span>
        {cold ? (
          <span className="flex items-center gap-1 font-medium text-running">
            <cold.icon size={15} aria-hidden="true" />
            {cold.text}
          </span>
        ) : null}
      </p>
    </li>
  )
}
