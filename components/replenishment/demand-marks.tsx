type At = { x?: number | undefined; y?: number | undefined }

/** A day with an empty shelf. */
export function Cross({ x, y }: At) {
  if (x === undefined || y === undefined) return null
  return (
    <path d={`M${x - 4} ${y - 11}l8 8m0 -8l-8 8`} stroke="var(--color-failed)" strokeWidth={2} fill="none" />
  )
}

/** From the axis up, taller than a cross, so that a day may bear both. */
export function Flag({ x, y }: At) {
  if (x === undefined || y === undefined) return null
  return (
    <path
      d={`M${x} ${y}v-26l9 4l-9 4`}
      stroke="var(--color-ink)"
      strokeWidth={1.5}
      fill="var(--color-tape)"
    />
  )
}

/** What the marks and lines of the chart are. */
export function DemandLegend() {
  return (
    <span className="flex flex-wrap gap-x-3" aria-hidden="true">
      <span className="inline-flex items-center gap-1">
        <svg width="10" height="10" role="presentation">
          <rect width="10" height="10" fill="var(--color-chart)" />
        </svg>
        wanted
      </span>
      <span className="inline-flex items-center gap-1">
        <svg width="14" height="12" role="presentation">
          <path d="M3 2l8 8m0 -8l-8 8" stroke="var(--color-failed)" strokeWidth="2" />
        </svg>
        out of stock
      </span>
      <span className="inline-flex items-center gap-1">
        <svg width="12" height="12" role="presentation">
          <path d="M1 12v-11l9 4l-9 4" stroke="var(--color-ink)" fill="var(--color-tape)" />
        </svg>
        special day
      </span>
      <span className="inline-flex items-center gap-1">
        <svg width="16" height="12" role="presentation">
          <rect width="16" height="12" fill="var(--color-chart-soft)" fillOpacity="0.6" />
          <path d="M0 6h16" stroke="var(--color-route)" strokeWidth="2" />
        </svg>
        forecast, and where 80 in 100 days lie
      </span>
    </span>
  )
}
