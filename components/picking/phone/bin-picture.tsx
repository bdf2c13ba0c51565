import type { Tour, TourStop } from '@/lib/picking/schema'

/** A rack is drawn at least this high and an aisle this deep, so that small tours look like the hall too. */
const LEAST_LEVELS = 5
const LEAST_BAYS = 8

const WIDTH = 148
const HEIGHT = 104

/** Where the bin is: the aisle from above with its bay, and the rack from the front with its level. */
export function BinPicture({ stop, tour }: { stop: TourStop; tour: Tour }) {
  const most = (of: (one: TourStop) => number, least: number) => Math.max(least, ...tour.stops.map(of))
  const side = stop.side === 'L' ? 'left' : 'right'
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`Aisle ${stop.aisle}, on the ${side}, bay ${stop.bay}, level ${stop.level}`}
      className="h-28 w-auto shrink-0"
    >
      <AisleFromAbove stop={stop} depth={stop.bay / most(({ bay }) => bay, LEAST_BAYS)} />
      <RackFromFront level={stop.level} levels={most(({ level }) => level, LEAST_LEVELS)} />
    </svg>
  )
}

function AisleFromAbove({ stop, depth }: { stop: TourStop; depth: number }) {
  const y = HEIGHT - 8 - depth * (HEIGHT - 30)
  const isLeft = stop.side === 'L'
  return (
    <g>
      <rect
        x="4"
        y="4"
        width="16"
        height={HEIGHT - 8}
        className={isLeft ? 'fill-chart-soft' : 'fill-inset'}
      />
      <rect
        x="50"
        y="4"
        width="16"
        height={HEIGHT - 8}
        className={isLeft ? 'fill-inset' : 'fill-chart-soft'}
      />
      <path
        d={`M35 ${HEIGHT - 6}V${y + 6}H${isLeft ? 22 : 48}`}
        fill="none"
        className="stroke-ink"
        strokeWidth="2.5"
        strokeDasharray="4 3"
      />
      <rect x={isLeft ? 4 : 50} y={y} width="16" height="12" className="fill-ink" />
      <text x="35" y="16" textAnchor="middle" className="fill-ink font-bold font-mono text-[13px]">
        {stop.aisle}
      </text>
    </g>
  )
}

function RackFromFront({ level, levels }: { level: number; levels: number }) {
  const height = (HEIGHT - 14) / levels
  return (
    <g>
      {Array.from({ length: levels }, (_, index) => index + 1).map((one) => {
        const y = HEIGHT - 6 - one * height
        const isHere = one === level
        return (
          <g key={one}>
            <rect
              x="90"
              y={y + 1}
              width="38"
              height={height - 2}
              className={isHere ? 'fill-ink' : 'fill-inset'}
            />
            {isHere ? (
              <text x="134" y={y + height / 2 + 4} className="fill-ink font-bold text-[13px]">
                {level}
              </text>
            ) : null}
          </g>
        )
      })}
      <path d={`M88 4V${HEIGHT - 5}M130 4V${HEIGHT - 5}`} className="stroke-edge" strokeWidth="2" />
      <path d={`M82 ${HEIGHT - 5}H136`} className="stroke-edge" strokeWidth="2" />
    </g>
  )
}
