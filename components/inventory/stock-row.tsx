'use client'
import { Count } from '@/components/ui/count'
import { RowLink } from '@/components/ui/row-link'
import { StatePill } from '@/components/ui/state-pill'
import { Time } from '@/components/ui/time'
import type { StockLevel } from '@/lib/inventory/schema'
import { Expiry } from './expiry'
import { itemHref } from './item-paths'
import { QuantityBar } from './quantity-bar'
import { ZONE_WORDS } from './stock-words'

type Props = { level: StockLevel; hasChanged: boolean }
const CELL = 'px-2 first:pl-4 last:pr-4'
const NUMBER = `${CELL} text-right max-md:hidden`

/** A SKU's cells; on a phone the first holds all of it, as a card. What has just changed glows once. */
export function StockCells({ level, hasChanged }: Props) {
  const { sku, name, onHand, held, available, shortfall, bins, earliestExpiry, lastChangeAt, version } = level
  const glow = hasChanged ? 'animate-arrive rounded-sm' : ''
  return (
    <>
      <td className={`${CELL} max-md:pr-4`}>
        <span className="flex items-center gap-2">
          <span className="min-w-0 truncate">
            <RowLink href={itemHref(sku)}>{name}</RowLink>
          </span>
          <span className="ml-auto shrink-0">
            <Standing level={level} />
          </span>
        </span>
        <PhoneLines key={version} level={level} glow={glow} />
      </td>
      <td className={`${CELL} truncate font-mono text-ink-soft text-xs max-md:hidden`}>{sku}</td>
      <td className={NUMBER}>
        <span key={version} className={glow}>
          <Count value={onHand} />
        </span>
      </td>
      <td className={`${NUMBER} max-lg:hidden`}>
        <Count value={held} />
      </td>
      <td className={NUMBER}>
        <span key={version} className={`font-semibold text-ink ${glow}`}>
          <Count value={available} />
        </span>
      </td>
      <td className={`${CELL} max-lg:hidden`}>
        <QuantityBar {...level} />
      </td>
      <td className={NUMBER}>
        <span className={shortfall > 0 ? 'font-semibold text-failed' : 'text-ink-soft'}>
          <Count value={shortfall} />
        </span>
      </td>
      <td className={`${NUMBER} max-xl:hidden`}>
        <Count value={bins} />
      </td>
      <td className={`${NUMBER} max-xl:hidden`}>{ZONE_WORDS[level.temperatureZone]}</td>
      <td className={`${NUMBER} max-xl:hidden`}>
        {earliestExpiry ? <Expiry on={earliestExpiry} /> : <span className="text-ink-soft">none</span>}
      </td>
      <td className={`${NUMBER} text-ink-soft`}>
        <Time at={lastChangeAt} />
      </td>
    </>
  )
}

function Standing({ level: { shortfall, available } }: { level: StockLevel }) {
  if (shortfall > 0) return <StatePill state="failed">Short</StatePill>
  return available === 0 ? <StatePill state="late">Out</StatePill> : null
}

function PhoneLines({ level, glow }: { level: StockLevel; glow: string }) {
  const { sku, onHand, held, available, bins, earliestExpiry } = level
  return (
    <span className="flex flex-col gap-1 md:hidden">
      <span className="truncate font-mono text-ink-soft text-xs">{sku}</span>
      <span className="flex items-center gap-3 text-ink-soft text-xs">
        <span className={`text-ink ${glow}`}>
          <strong className="font-semibold text-base">
            <Count value={available} />
          </strong>{' '}
          free
        </span>
        <span>
          <Count value={onHand} /> on hand
        </span>
        <span>
          <Count value={held} /> held
        </span>
        <span>
          <Count value={bins} /> {bins === 1 ? 'bin' : 'bins'}
        </span>
        {earliestExpiry ? (
          <span className="ml-auto">
            <Expiry on={earliestExpiry} />
          </span>
        ) : null}
      </span>
      <QuantityBar {...level} />
    </span>
  )
}
