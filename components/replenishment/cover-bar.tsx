import type { Outlook } from '@/lib/replenishment/reorder-schema'

const WIDTH = 160
const HEIGHT = 22
const LEAST_DAYS = 7

/**
 * How long the stock lasts against how long an order takes: the bar is days of cover, the solid line is when an order of today
 * arrives, the dashed one when the next order would. A bar that ends before the solid line is striped: the shelf will be empty.
 */
export function CoverBar({ outlook }: { outlook: Outlook }) {
  const { coverDays, leadDays, spanDays, stockOutInDays } = outlook
  const isShort = stockOutInDays !== null && stockOutInDays < leadDays
  const horizon = Math.max(LEAST_DAYS, spanDays * 1.5)
  const xOf = (days: number) => (Math.min(days, horizon) / horizon) * WIDTH
  const cover = stockOutInDays === null ? horizon : coverDays
  const words = `${stockOutInDays === null ? 'over 28' : coverDays.toFixed(1)} days of cover; an order takes ${leadDays}, the next one is here in ${spanDays}`
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={words}
      className="w-40 max-w-none shrink-0"
    >
      <title>{words}</title>
      <defs>
        <pattern
          id="short-cover"
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="6" height="6" className="fill-late-tint" />
          <rect width="3" height="6" className="fill-late" />
        </pattern>
      </defs>
      <rect y="7" width={WIDTH} height="8" rx="2" className="fill-inset" />
      <rect
        y="7"
        width={Math.max(1, xOf(cover))}
        height="8"
        rx="2"
        className={isShort ? undefined : 'fill-chart'}
        fill={isShort ? 'url(#short-cover)' : undefined}
      />
      <line x1={xOf(leadDays)} x2={xOf(leadDays)} y1="2" y2="20" className="stroke-ink" strokeWidth="1.5" />
      <line
        x1={xOf(spanDays)}
        x2={xOf(spanDays)}
        y1="2"
        y2="20"
        className="stroke-ink-soft"
        strokeWidth="1.5"
        strokeDasharray="3 2"
      />
    </svg>
  )
}
