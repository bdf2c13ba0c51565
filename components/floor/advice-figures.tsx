'use client'
import { Count } from '@/components/ui/count'
import { dateFormat } from '@/components/ui/formats'
import { useLocale } from '@/components/ui/locale'
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
      <StatTile label="Proposed" note={<Walk of={proposed} />}>
        <Count value={proposed.length} />
      </StatTile>
      <StatTile
        label="On the floor"
        {...(accepted.length > 0 ? { href: '/pick/moves' } : {})}
        note={<Walk of={accepted} />}
      >
        <Count value={accepted.length} />
      </StatTile>
      <StatTile label="Done">
        <Count value={moves.filter(({ state }) => state === 'done').length} />
      </StatTile>
    </StatStrip>
  )
}

/** How far one walks to make these moves. */
const Walk = ({ of }: { of: SlottingMove[] }) => (
  <>
    <Metres value={of.reduce((sum, { costMetres }) => sum + costMetres, 0)} /> to make
  </>
)

/** Whole metres. */
export const Metres = ({ value }: { value: number }) => (
  <span className="whitespace-nowrap">
    <Count value={Math.round(value)} /> m
  </span>
)

/** A day of the site's calendar in words. */
export function Day({ day }: { day: string }) {
  const { locale } = useLocale()
  const words = dateFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  return <span suppressHydrationWarning>{words.format(new Date(day))}</span>
}
