import { Count } from '@/components/ui/count'
import { Money } from '@/components/ui/money'
import { StatStrip, StatTile } from '@/components/ui/stat-tile'
import type { Today } from '@/lib/support/schema'
import { ordersHref } from './order-paths'

/** What became of today's orders. */
export function TodayFigures({ today }: { today: Today }) {
  // This minute and the four before it: who has just placed an order sees it counted.
  const lastMinutes = today.perMinute.slice(-5).reduce((sum, minute) => sum + minute.placed, 0)
  return (
    <StatStrip label="Orders today">
      <StatTile
        label="Placed"
        href={ordersHref({ placedSince: today.since })}
        note={`${lastMinutes} in the last 5 min`}
      >
        <Count value={today.placed} />
      </StatTile>
      <StatTile label="Value placed" href={ordersHref({ placedSince: today.since })}>
        <Money amount={today.valueMinor} currency={today.currency} round />
      </StatTile>
      <StatTile
        label="Awaiting payment"
        href={ordersHref({ status: 'confirming', since: today.since })}
        state={today.confirming > 0 ? 'running' : undefined}
      >
        <Count value={today.confirming} />
      </StatTile>
      <StatTile label="Refused for stock" href={ordersHref({ status: 'refused', since: today.since })}>
        <Count value={today.refusedForStock} />
      </StatTile>
      <StatTile label="Card declined" href={ordersHref({ status: 'declined', since: today.since })}>
        <Count value={today.declined} />
      </StatTile>
    </StatStrip>
  )
}
