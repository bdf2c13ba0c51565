import { EXCEPTION_SHAPE, markOf } from './lane-marks'

const FILLS = [
  'fill-way-1',
  'fill-way-2',
  'fill-way-3',
  'fill-way-4',
  'fill-way-5',
  'fill-way-6',
  'fill-way-7',
  'fill-way-8',
]

/** How boxes of a lane are drawn on the belt; `null` is the lane of the exceptions. */
export function LaneMark({ place, size = 12 }: { place: number | null; size?: number }) {
  const mark = place === null ? null : markOf(place)
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" className="shrink-0">
      {mark ? (
        <path d={mark.shape} className={FILLS[mark.way]} />
      ) : (
        <path d={EXCEPTION_SHAPE} className="fill-surface stroke-failed" strokeWidth="2.5" />
      )}
    </svg>
  )
}
