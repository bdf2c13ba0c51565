'use client'
import type { ReactNode } from 'react'
import { type Initial, useLiveQuery } from '@/components/live/use-live-query'
import { dateFormat } from '@/components/ui/formats'
import { useLocale } from '@/components/ui/locale'
import { STATE_INK, type State } from '@/components/ui/state'
import { StateMark } from '@/components/ui/state-mark'
import { useClock } from '@/components/ui/use-clock'
import { type DayFigures, dayFiguresSchema } from '@/lib/figures/schema'
import { countWords, leftWords } from './figure-words'
import { ALSO, CLOCK_MS, figuresPath, GAP_MS } from './figures-paths'
import { useNewVersions, useSiteKeys } from './use-wall'
import { type WallFigure, wallFigures } from './wall-figures'

/** Three answers that did not come: what is on the wall is old. */
const STALE_MS = 3 * CLOCK_MS
const MINUTE_MS = 60_000
/** Pixels to and fro, a place a minute, so that no letter burns in. */
const PLACES = [0, 6, 12, 6, 0, -6, -12, -6]

type Props = { site: string; siteIds: string[]; initial: Initial<DayFigures> }

/** The day for the whole hall, to be read from ten metres: eight figures, the next cut-off, the time. */
export function WallScreen({ site, siteIds, initial }: Props) {
  const live = { also: ALSO, gapMs: GAP_MS, everyMs: CLOCK_MS }
  const path = figuresPath(site)
  const { data: day, dataUpdatedAt } = useLiveQuery({
    site,
    topic: 'orders',
    path,
    schema: dayFiguresSchema,
    initial,
    ...live,
  })
  const { locale } = useLocale()
  useNewVersions()
  useSiteKeys(siteIds, site)
  const place = useClock((nowMs) => Math.floor(nowMs / MINUTE_MS) % PLACES.length)
  if (!day) return null
  return (
    <main data-scheme="dark" className="fixed inset-0 overflow-hidden bg-ground text-ink">
      <div
        className="grid h-full grid-rows-[auto_minmax(0,1fr)_auto] gap-[1.6vh] p-[2.4vh]"
        style={{
          transform: `translate(${PLACES[place] ?? 0}px, ${PLACES[(place + 2) % PLACES.length] ?? 0}px)`,
        }}
      >
        <header className="flex items-center justify-between gap-[2vw]">
          <h1 className="truncate font-semibold text-[4.4vh] leading-tight">{day.name}</h1>
          <Stale since={dataUpdatedAt} />
          <Clock />
        </header>
        <ul
          aria-label="The day"
          className="grid grid-cols-2 grid-rows-4 gap-[1.6vh] landscape:grid-cols-4 landscape:grid-rows-2"
        >
          {wallFigures(day, locale).map((figure) => (
            <Huge key={figure.name} {...figure} />
          ))}
        </ul>
        <NextCutOff day={day} />
      </div>
    </main>
  )
}

/** As wide as a figure of a card can be, over the width of a glyph. */
const GLYPHS_A_CARD = 150

/** As large as its card has room for: its unit counts as glyphs of a quarter the size. */
function Huge({ name, value, unit, state, word }: WallFigure) {
  const glyphs = value.length + unit.length / 4
  return (
    <li className="@container flex min-w-0 flex-col justify-between rounded-lg border border-line bg-surface px-[1.6vw] py-[1.8vh]">
      <span className="truncate text-[3.4vh] text-ink-soft leading-tight">{name}</span>
      <span
        className="whitespace-nowrap font-semibold leading-none tracking-tight tabular-nums"
        style={{ fontSize: `min(13vh, ${GLYPHS_A_CARD / glyphs}cqw)` }}
        suppressHydrationWarning
      >
        {value}
        <span className="ml-[0.5vw] text-[0.26em] text-ink-soft tracking-normal">{unit}</span>
      </span>
      <Stands state={state} word={word} />
    </li>
  )
}

function Stands({ state, word }: { state: State; word: ReactNode }) {
  return (
    <span
      className={`flex items-center gap-[0.7vw] font-medium text-[3.2vh] leading-tight ${STATE_INK[state]}`}
      suppressHydrationWarning
    >
      <span className="*:size-[3.4vh]">
        <StateMark state={state} />
      </span>
      <span className="truncate">{word}</span>
    </span>
  )
}

function NextCutOff({ day }: { day: DayFigures }) {
  const { locale } = useLocale()
  const next = day.cutOffs[0]
  return (
    <footer className="flex items-center justify-between gap-[2vw] rounded-lg border border-line bg-surface px-[1.6vw] py-[1.6vh] text-[4.4vh] leading-tight">
      {next ? (
        <>
          <span>
            <span className="text-ink-soft">Next cut-off</span> {next.carrier}
          </span>
          <span className="font-semibold tabular-nums">
            <Left at={next.at} />
          </span>
          <Stands
            state={next.atRisk > 0 ? 'late' : 'done'}
            word={
              next.atRisk > 0
                ? `${next.atRisk} of ${countWords(next.orders, 'order', locale)} may miss it`
                : next.orders === 0
                  ? 'no order due'
                  : `${countWords(next.orders, 'order', locale)} due, all in time`
            }
          />
        </>
      ) : (
        <span className="text-ink-soft">No departures today</span>
      )}
    </footer>
  )
}

function Left({ at }: { at: string }) {
  const text = useClock((nowMs) => leftWords(Date.parse(at), nowMs) ?? 'left')
  return <span suppressHydrationWarning>{text}</span>
}

function Clock() {
  const { locale, timeZone } = useLocale()
  const text = useClock((nowMs) =>
    dateFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit' }).format(nowMs),
  )
  return (
    <span
      className="whitespace-nowrap font-semibold text-[6.4vh] leading-none tabular-nums"
      suppressHydrationWarning
    >
      {text}
    </span>
  )
}

/** Old figures stay on the wall, and say since when. */
function Stale({ since }: { since: number }) {
  const { locale, timeZone } = useLocale()
  const isStale = useClock((nowMs) => nowMs - since > STALE_MS)
  if (!isStale) return null
  const clock = dateFormat(locale, {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  return (
    <p role="status" className="rounded-lg bg-failed-tint px-[1.2vw] py-[0.8vh]">
      <Stands state="failed" word={`No connection: as of ${clock.format(since)}`} />
    </p>
  )
}
