import { Panel } from '@/components/ui/panel'
import { StatePill } from '@/components/ui/state-pill'
import type { Part } from '@/lib/system/schema'
import { STANDINGS } from './system-words'

/** Every part of the house and how it stands. */
export function PartsPanel({ parts }: { parts: readonly Part[] }) {
  return (
    <Panel title="Parts" flush>
      <ul>
        {parts.map(({ part, standing, says }) => (
          <li
            key={part}
            className="grid grid-cols-[5.5rem_9rem_minmax(0,1fr)] items-baseline gap-x-3 gap-y-0.5 border-line border-t px-4 py-2 text-sm first:border-t-0 max-md:grid-cols-[5.5rem_minmax(0,1fr)]"
          >
            <span>
              <StatePill state={STANDINGS[standing].state}>{STANDINGS[standing].text}</StatePill>
            </span>
            <span className="font-medium text-ink">{part}</span>
            <span className="text-ink-soft [overflow-wrap:anywhere] max-md:col-start-2">{says}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
