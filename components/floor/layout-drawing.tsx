'use client'
import type { Outline } from '@/lib/floor/schema'

export const CLIMATE_LOOK = {
  ambient: 'fill-chart-soft',
  chilled: 'fill-chart',
  frozen: 'fill-edge',
} as const

type Shelf = Outline['shelves'][number]
const nameOf = ({ aisle, xMetres, depthMetres, fromYMetres, toYMetres }: Shelf): string =>
  [aisle, xMetres, depthMetres, fromYMetres, toYMetres].join()

type Props = {
  title: string
  outline: Outline
  /** The hall it is compared with: shelves that are not there stand out. */
  other?: Outline | undefined
  /** How they stand out. */
  look?: string
}

/** A hall drawn small: shelves in the tone of their climate, cross aisles, stations; the front is below. */
export function LayoutDrawing({ title, outline, other, look = '' }: Props) {
  const { widthMetres, depthMetres, crossYMetres, shelves, stations } = outline
  const known = new Set(other?.shelves.map(nameOf))
  const dot = Math.max(widthMetres, depthMetres) / 90
  const words = `${title}: ${widthMetres} by ${depthMetres} m, ${new Set(shelves.map(({ aisle }) => aisle)).size} aisles, ${crossYMetres.length} cross aisles, ${stations.length} stations`
  return (
    <figure className="flex min-w-0 flex-col gap-1.5">
      <figcaption className="text-ink-soft text-sm">
        {title}, {widthMetres} × {depthMetres} m
      </figcaption>
      <svg
        role="img"
        aria-label={words}
        viewBox={`0 0 ${widthMetres} ${depthMetres}`}
        className="max-h-80 w-full rounded-md border border-line bg-inset"
      >
        {crossYMetres.map((y) => (
          <line
            key={y}
            x1={0}
            x2={widthMetres}
            y1={depthMetres - y}
            y2={depthMetres - y}
            className="stroke-edge"
            strokeWidth={dot / 4}
            strokeDasharray={`${dot} ${dot}`}
          />
        ))}
        {shelves.map((shelf) => (
          <rect
            key={nameOf(shelf)}
            x={shelf.xMetres - shelf.depthMetres / 2}
            y={depthMetres - shelf.toYMetres}
            width={shelf.depthMetres}
            height={shelf.toYMetres - shelf.fromYMetres}
            className={other && !known.has(nameOf(shelf)) ? look : CLIMATE_LOOK[shelf.temperatureZone]}
          />
        ))}
        {stations.map(({ code, kind, xMetres, yMetres }) => (
          <circle
            key={code}
            cx={xMetres}
            cy={depthMetres - yMetres}
            r={dot}
            className={kind === 'depot' ? 'fill-ink' : 'fill-surface stroke-ink'}
            strokeWidth={dot / 3}
          >
            <title>{code}</title>
          </circle>
        ))}
      </svg>
    </figure>
  )
}
