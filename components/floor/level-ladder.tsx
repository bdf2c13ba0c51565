'use client'
import { useSyncExternalStore } from 'react'
import { binsOfSpot } from './floor-model'
import type { Floor } from './use-floor'

type Props = { floor: Floor; bin: number; onGo: (code: string) => void }

/** The shelf that a bin is part of, from the front: its levels over each other, each as full as it is. */
export function LevelLadder({ floor: { model, levels }, bin, onGo }: Props) {
  useSyncExternalStore(
    levels.watch,
    () => levels.version,
    () => 0,
  )
  const shelf = [...binsOfSpot(model, model.spotOf[bin] ?? 0)].reverse()
  return (
    <ul aria-label="Levels at this place" className="flex w-28 shrink-0 flex-col gap-0.5">
      {shelf.map((one) => {
        const code = model.codes[one] ?? ''
        const fill = levels.fill[one] ?? 0
        return (
          <li key={code}>
            <button
              type="button"
              aria-current={one === bin ? 'true' : undefined}
              aria-label={`${code}, ${fill} % full`}
              onClick={() => onGo(code)}
              className="relative flex h-7 w-full cursor-pointer items-center justify-between overflow-hidden rounded-sm border border-line bg-inset px-1.5 text-ink text-xs hover:border-edge aria-current:border-2 aria-current:border-focus max-md:h-11"
            >
              <span
                className="absolute inset-y-0 left-0 bg-chart-soft"
                style={{ width: `${Math.min(100, fill)}%` }}
                aria-hidden="true"
              />
              <span className="relative font-mono">{code.slice(code.lastIndexOf('-') + 1)}</span>
              <span className="relative tabular-nums">{fill} %</span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
