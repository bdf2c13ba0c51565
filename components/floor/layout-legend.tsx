import { CLIMATE_LOOK } from './layout-drawing'

const CLIMATES = [
  { look: CLIMATE_LOOK.ambient, text: 'Ambient' },
  { look: CLIMATE_LOOK.chilled, text: 'Chilled' },
  { look: CLIMATE_LOOK.frozen, text: 'Frozen' },
]
const CHANGES = [
  { look: 'fill-failed', text: 'Goes, or stands elsewhere then' },
  { look: 'fill-done', text: 'New, or stands there only then' },
]

/** What the tones of a drawing mean. */
export function LayoutLegend({ isChange }: { isChange: boolean }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-ink-soft text-xs">
      {[...CLIMATES, ...(isChange ? CHANGES : [])].map(({ look, text }) => (
        <li key={text} className="flex items-center gap-1.5">
          <svg width={8} height={14} aria-hidden="true">
            <rect width={8} height={14} className={look} />
          </svg>
          {text}
        </li>
      ))}
      <li className="flex items-center gap-1.5">
        <svg width={12} height={12} aria-hidden="true">
          <circle cx={6} cy={6} r={5} className="fill-ink" />
        </svg>
        Depot
      </li>
      <li className="flex items-center gap-1.5">
        <svg width={12} height={12} aria-hidden="true">
          <circle cx={6} cy={6} r={4.5} className="fill-surface stroke-ink" strokeWidth={2} />
        </svg>
        Packing, dock
      </li>
      <li>The front is below</li>
    </ul>
  )
}
