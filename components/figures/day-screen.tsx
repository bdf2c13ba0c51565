'use client'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Answered } from '@/components/live/answered'
import { type Initial, useLiveQuery } from '@/components/live/use-live-query'
import { dateFormat } from '@/components/ui/formats'
import { useLocale } from '@/components/ui/locale'
import { PageHeading } from '@/components/ui/page-heading'
import { LoadingRows } from '@/components/ui/skeleton'
import { useClock } from '@/components/ui/use-clock'
import { type DayFigures, dayFiguresSchema } from '@/lib/figures/schema'
import { CutOffs } from './cut-offs'
import { DayFunnel } from './day-funnel'
import { FigureTile } from './figure-tile'
import { ALSO, at, CLOCK_MS, GAP_MS, TARGETS_HREF, type Where } from './figures-paths'
import { LateOrders } from './late-orders'
import { NowLines } from './now-lines'
import { SiteLinks } from './site-links'

type Props = {
  site: string
  sites: { id: string; name: string }[]
  initial: Initial<DayFigures>
  /** What comes before the figures: what asks for attention. */
  children: ReactNode
}

/** A site's day at a glance: against plan and cut-offs, what will be late, how well it goes. */
export function DayScreen({ site, sites, initial, children }: Props) {
  const { path } = initial
  const live = { also: ALSO, gapMs: GAP_MS, everyMs: CLOCK_MS }
  const day = useLiveQuery({ site, topic: 'orders', path, schema: dayFiguresSchema, initial, ...live })
  return (
    <div className="flex flex-col gap-4 md:gap-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <PageHeading title="Today">
          <Day />
        </PageHeading>
        <SiteLinks sites={sites} chosen={site} />
      </div>
      {children}
      <Answered query={day} loading={<LoadingRows rows={8} />}>
        {(figures) => (
          <Figures day={figures} where={{ site: sites.length > 1 ? site : null, since: figures.since }} />
        )}
      </Answered>
    </div>
  )
}

const FUNNEL = 4

function Figures({ day, where }: { day: DayFigures; where: Where }) {
  return (
    <>
      <DayFunnel day={day} where={where} figures={day.figures.slice(0, FUNNEL)} />
      <div className="grid gap-4 md:gap-5 xl:grid-cols-2">
        <CutOffs cutOffs={day.cutOffs} />
        <LateOrders risk={day.risk} where={where} />
      </div>
      <NowLines queue={day.queue} belt={day.belt} where={where} />
      <ul
        aria-label="How well it goes"
        className="grid grid-cols-2 gap-px rounded-lg border border-line bg-line shadow-panel md:grid-cols-3 xl:grid-cols-5 [&>li:first-child]:rounded-tl-lg [&>li:last-child]:rounded-br-lg xl:[&>li:nth-child(5)]:rounded-tr-lg xl:[&>li:nth-child(6)]:rounded-bl-lg"
      >
        {day.figures.slice(FUNNEL).map((figure) => (
          <FigureTile key={figure.id} figure={figure} where={where} />
        ))}
      </ul>
      <p className="-mt-2 text-right text-ink-soft text-xs">
        <Link className="underline underline-offset-2 hover:text-ink" href={at(TARGETS_HREF, where)}>
          Targets
        </Link>
      </p>
    </>
  )
}

function Day() {
  const { locale, timeZone } = useLocale()
  const format = { timeZone, weekday: 'long', day: 'numeric', month: 'long' } as const
  const text = useClock((nowMs) => dateFormat(locale, format).format(nowMs))
  return <span suppressHydrationWarning>{text}, since midnight</span>
}
