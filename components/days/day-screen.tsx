'use client'
import { Pause, Play } from 'lucide-react'
import Link from 'next/link'
import { useMemo } from 'react'
import { Answered } from '@/components/live/answered'
import { type Initial, useLiveQuery } from '@/components/live/use-live-query'
import { EmptyState } from '@/components/ui/empty-state'
import { dateFormat } from '@/components/ui/formats'
import { IconButton } from '@/components/ui/icon-button'
import { useLocale } from '@/components/ui/locale'
import { PageHeading } from '@/components/ui/page-heading'
import { Panel } from '@/components/ui/panel'
import { LoadingRows } from '@/components/ui/skeleton'
import { type Day, daySchema } from '@/lib/figures/day-schema'
import { dayWordsOf } from '@/lib/figures/rules/day-words'
import { momentOfDay } from '@/lib/figures/rules/moment-of-day'
import { tellDay } from '@/lib/figures/rules/tell-day'
import { orderHref } from './day-paths'
import { DayPicker } from './day-picker'
import { HoursTable } from './hours-table'
import { MomentPanel } from './moment-panel'
import { TimeLine, totalMinutes } from './time-line'
import { usePlayhead } from './use-playhead'

/** The screens speak English, with the clock of a site that does too. */
const englishOf = (locale: string): string => (locale.startsWith('en') ? locale : 'en-GB')
const MINUTE_MS = 60_000
const TODAY_MS = 30_000

type Props = { site: string; siteName: string; initial: Initial<Day> }

/** A day of a site, played again. Of today it grows; a day that is over stands still. */
export function DayScreen({ site, siteName, initial }: Props) {
  const { path, answer } = initial
  const isOver = answer.readAt >= answer.to
  const everyMs = isOver ? undefined : TODAY_MS
  const query = useLiveQuery({ site, topic: 'alerts', path, schema: daySchema, initial, everyMs })
  return (
    <div className="flex flex-col gap-4 md:gap-5">
      <PageHeading title="What happened?">
        {siteName}, <DayPicker day={answer.day} ghost={answer.ghost.day} />
      </PageHeading>
      <Answered query={query} loading={<LoadingRows rows={12} />}>
        {(day) =>
          day.minutes === 0 ? (
            <EmptyState title="This day is still to come">Nothing can be told of it yet.</EmptyState>
          ) : (
            <Replay day={day} />
          )
        }
      </Answered>
    </div>
  )
}

function Replay({ day }: { day: Day }) {
  const { locale, timeZone } = useLocale()
  const { minute, isPlaying, play, seek } = usePlayhead(day.minutes)
  const words = dayWordsOf('en')
  const told = useMemo(() => tellDay(day, englishOf(locale)), [day, locale])
  const moment = momentOfDay(day, minute)
  const clock = dateFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit' })
  const at = clock.format(Date.parse(day.from) + minute * MINUTE_MS)
  const alerts = `${moment.alerts.length} ${moment.alerts.length === 1 ? 'alert' : 'alerts'} open`
  return (
    <>
      <Told told={told} calm={words.calm} onSeek={seek} />
      <div className="grid items-start gap-4 md:gap-5 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <Panel
          title="The day on one line of time"
          aside={
            <span className="flex items-center gap-2">
              60× as fast
              <IconButton label={isPlaying ? 'Pause' : 'Play'} onPress={() => play(!isPlaying)}>
                {isPlaying ? <Pause size={16} aria-hidden="true" /> : <Play size={16} aria-hidden="true" />}
              </IconButton>
            </span>
          }
        >
          <input
            type="range"
            aria-label="Playhead"
            aria-valuetext={`${at}: ${moment.placedSoFar} orders so far, ${alerts}`}
            min={0}
            max={totalMinutes(day) - 1}
            value={minute}
            onChange={(event) => seek(Number(event.target.value))}
            className="h-8 w-full cursor-pointer accent-action md:ml-[11rem] md:w-[calc(100%-11rem)]"
          />
          <TimeLine day={day} minute={minute} onSeek={seek} />
        </Panel>
        <MomentPanel moment={moment} clock={at} words={words} from={day.from} />
      </div>
      <Shorts day={day} />
      <HoursTable day={day} words={words} />
    </>
  )
}

type ToldProps = { told: ReturnType<typeof tellDay>; calm: string; onSeek: (minute: number) => void }

function Told({ told, calm, onSeek }: ToldProps) {
  return (
    <Panel title="What stood out">
      {told.length === 0 ? (
        <p className="text-ink-soft text-sm">{calm}</p>
      ) : (
        <ul className="flex flex-col gap-1.5 text-sm">
          {told.map(({ fromMinute, text }) => (
            <li key={text}>
              <button
                type="button"
                onClick={() => onSeek(fromMinute)}
                className="min-h-6 cursor-pointer text-left text-ink underline decoration-edge underline-offset-4 hover:decoration-ink"
              >
                {text}
              </button>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

function Shorts({ day }: { day: Day }) {
  const { locale, timeZone } = useLocale()
  const clock = dateFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit' })
  if (day.shorts.length === 0) return null
  return (
    <Panel title="Short picks" aside={`${day.shorts.length}`}>
      <ul className="grid gap-x-6 gap-y-1 text-sm md:grid-cols-2">
        {day.shorts.map(({ at, sku, name, orderNumber, missing, reason }) => (
          <li key={`${at} ${sku} ${orderNumber}`} className="text-ink-soft">
            <span className="tabular-nums">{clock.format(Date.parse(at))}</span> {missing} ×{' '}
            <Link href={`/inventory/${encodeURIComponent(sku)}`} className="text-ink underline">
              {name}
            </Link>{' '}
            of{' '}
            <Link href={orderHref(orderNumber)} className="text-ink underline">
              {orderNumber}
            </Link>
            {reason ? `: ${reason}` : ''}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
