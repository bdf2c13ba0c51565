import { Menu } from 'lucide-react'
import { WaitingMark } from '@/components/outbox/waiting-mark'

type Props = {
  /** Stops that need nobody any more, of all. */
  done: number
  total: number
  waiting: number
  isReached: boolean
  onMenu: () => void
}

/** How far the tour is, and what the server does not have yet. */
export function TopBar({ done, total, waiting, isReached, onMenu }: Props) {
  return (
    <header className="flex h-16 shrink-0 items-center gap-3 bg-rail pl-4 text-rail-ink group-data-[hand=left]/phone:flex-row-reverse group-data-[hand=left]/phone:pr-4 group-data-[hand=left]/phone:pl-0">
      <div className="min-w-0 grow">
        {total > 0 ? (
          <>
            <p className="font-semibold text-base">
              {done} of {total} stops
            </p>
            <progress
              value={done}
              max={total}
              aria-label="Stops done"
              className="block h-1.5 w-full appearance-none overflow-hidden rounded-sm bg-rail-raised [&::-moz-progress-bar]:bg-tape [&::-webkit-progress-bar]:bg-rail-raised [&::-webkit-progress-value]:bg-tape"
            />
          </>
        ) : (
          <h1 className="font-semibold text-lg">Picking</h1>
        )}
      </div>
      <WaitingMark waiting={waiting} isReached={isReached} />
      <button
        type="button"
        aria-label="Menu"
        onClick={onMenu}
        className="grid size-16 shrink-0 cursor-pointer touch-manipulation place-items-center hover:bg-rail-raised"
      >
        <Menu size={26} aria-hidden="true" />
      </button>
    </header>
  )
}
