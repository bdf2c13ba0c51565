import type { ReactNode } from 'react'
import { EXCEPTION_SHAPE } from './lane-marks'

const square = 'M3 3h10v10H3z'
const ring = 'M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11z'

/** What boxes look like that go to no lane of their own; the others bear the mark of their lane. */
export function BeltLegend() {
  return (
    <ul aria-label="Marks of boxes" className="flex flex-wrap gap-x-4 gap-y-1 text-ink-soft text-xs">
      <Entry shape={EXCEPTION_SHAPE} look="stroke-failed" sign="?" text="no label read" />
      <Entry shape={EXCEPTION_SHAPE} look="stroke-failed" sign="!" text="other exception" />
      <Entry shape={ring} look="stroke-ink" text="around again" />
      <Entry shape={square} look="stroke-ink" text="passed on" />
    </ul>
  )
}

function Entry({ shape, look, sign, text }: { shape: string; look: string; sign?: string; text: ReactNode }) {
  return (
    <li className="flex items-center gap-1.5">
      <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true">
        <path d={shape} className={`fill-surface ${look}`} strokeWidth="2" />
        {sign ? (
          <text x="8" y="11.5" textAnchor="middle" className="fill-failed font-bold" fontSize="10">
            {sign}
          </text>
        ) : null}
      </svg>
      {text}
    </li>
  )
}
