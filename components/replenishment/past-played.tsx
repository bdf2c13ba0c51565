'use client'
import { useState } from 'react'
import { sendJson } from '@/components/live/send-json'
import { useChange } from '@/components/live/use-change'
import { Button } from '@/components/ui/button'
import { type ItemSimulation, itemSimulationSchema } from '@/lib/replenishment/reorder-schema'

const WIDTH = 480
const HEIGHT = 72

/** The last twelve weeks of an item, had it been ordered as the house proposes: asked for, because it takes a moment. */
export function PastPlayed({ site, sku }: { site: string; sku: string }) {
  const { change, isPending } = useChange(site, 'floor')
  const [played, setPlayed] = useState<ItemSimulation | null>(null)
  const play = () =>
    void change({
      send: async () => {
        setPlayed(
          await sendJson('POST', '/api/replenishment/simulation', itemSimulationSchema, { site, sku }),
        )
        return 'Twelve weeks were played again'
      },
      failed: 'It was not played',
    })
  if (!played)
    return (
      <Button isPending={isPending} onPress={play}>
        {isPending ? 'Playing…' : 'Had you ordered like this…'}
      </Button>
    )
  const { house, textbook, days } = played
  if (!house || !textbook)
    return (
      <p className="basis-full text-ink-soft text-sm">
        Its past is too short to be played: 20 weeks are needed.
      </p>
    )
  return (
    <figure className="flex basis-full flex-col gap-2">
      <StockLine days={days} />
      <figcaption className="max-w-prose text-ink text-sm">
        Had you ordered like this for the last twelve weeks, {words(house)}. By the textbook’s order point, at
        the same service level, {words(textbook)}.
      </figcaption>
    </figure>
  )
}

const words = (one: NonNullable<ItemSimulation['house']>): string =>
  `${(100 * one.fillRate).toFixed(1)} % of what was wanted had been there with ${Math.round(one.averageStock)} units in stock on average, ${count(one.stockOutDays, 'day')} with a stock-out, ${count(one.wastedUnits, 'unit')} thrown away and ${count(one.orders, 'order')}`
const count = (times: number, what: string): string => `${times} ${what}${times === 1 ? '' : 's'}`

/** Stock at the end of each day; a mark below where something was lost. */
function StockLine({ days }: { days: ItemSimulation['days'] }) {
  const most = Math.max(1, ...days.map(({ left }) => left))
  const xOf = (day: number) => ((day + 0.5) / days.length) * WIDTH
  const line = days.map(
    ({ left }, day) => `${xOf(day).toFixed(1)},${((1 - left / most) * (HEIGHT - 12) + 2).toFixed(1)}`,
  )
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`Units in stock at the end of each of ${days.length} days, at most ${most}`}
      className="w-full max-w-xl"
    >
      <title>{`Units in stock at the end of each day, at most ${most}; a triangle is a day with a stock-out`}</title>
      <line x1="0" x2={WIDTH} y1={HEIGHT - 10} y2={HEIGHT - 10} className="stroke-line" />
      <polyline points={line.join(' ')} fill="none" className="stroke-chart" strokeWidth="1.5" />
      {days.map(({ wanted, sold }, day) =>
        sold < wanted ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a day is its place
          <path key={day} d={`M${xOf(day)} ${HEIGHT - 8}l3.5 7h-7z`} className="fill-late" />
        ) : null,
      )}
    </svg>
  )
}
