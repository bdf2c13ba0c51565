'use client'
import { Count } from '@/components/ui/count'
import { StatStrip, StatTile } from '@/components/ui/stat-tile'
import type { SlottingAdvice, SlottingMove } from '@/lib/picking/slotting-schema'

/** What the moves are worth together, beside the day's walk. */
export function AdviceFigures({ advice }: { advice: SlottingAdvice }) {
  const { moves, orders, beforeMetres, afterMetres } = advice
  const saved = beforeMetres - afterMetres
  const proposed = moves.filter(({ state }) => state === 'proposed')
  const accepted = moves.filter(({ state }) => state === 'accepted')
  const share = beforeMetres > 0 ? Math.round((1_000 * saved) / beforeMetres) / 10 : 0
  return (
    <StatStrip label="What it is worth">
      <StatTile label="Saved a day by all that were found" note={`${share} % of the walk`}>
        <Metres value={saved} />
      </StatTile>
      <StatTile label="Walk of that day" note={`${orders} orders, each alone by its shortest route`}>
        <Metres value={beforeMetres} />
      </StatTile>
      <StatTile label="Proposed">
        <Count value={proposed.length} />
      </StatTile>
      <StatTile label="Walk to make these">
        <Metres value={sum(proposed, ({ costMetres }) => costMetres)} />
      </StatTile>
      <StatTile
        label="On the floor"
        {...(accepted.length > 0 ? { href: '/pick/moves' } : {})}
        note={accepted.length > 0 ? 'see the list' : ''}
      >
        <Count value={accepted.length} />
      </StatTile>
    </StatStrip>
  )
}

const sum = (moves: SlottingMove[], of: (move: SlottingMove) => number) =>
  moves.reduce((total, move) => total + of(move), 0)

/** Whole metres. */
export const Metres = ({ value }: { value: number }) => (
  <span className="whitespace-nowrap">
    <Count value={Math.round(value)} /> m
  </span>
)
