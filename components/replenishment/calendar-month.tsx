import { dateFormat } from '@/components/ui/formats'
import { useLocale } from '@/components/ui/locale'
import type { CalendarDay } from '@/lib/replenishment/schema'
import { weeksOf } from './calendar-paths'
import { DAY_KINDS } from './calendar-words'
import { dayWords } from './reorder-words'

type Props = {
  month: string
  today: string
  /** The one day that Tab comes to. */
  cursor: string
  marked: ReadonlyMap<string, CalendarDay>
  onPress: (day: string) => void
}

/** A Monday, whose week names the columns. */
const MONDAY = Date.UTC(2026, 10, 23)
const DAY_MS = 86_400_000
const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6]

/** The days of a month, each a button that says what the day is. */
export function CalendarMonth({ month, today, cursor, marked, onPress }: Props) {
  const { locale } = useLocale()
  const title = dateFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const weekday = dateFormat(locale, { weekday: 'short', timeZone: 'UTC' })
  return (
    <table className="w-full table-fixed border-separate border-spacing-0.5">
      <caption className="pb-2 text-left font-semibold text-ink text-sm">
        {title.format(new Date(`${month}-01`))}
      </caption>
      <thead>
        <tr>
          {WEEKDAYS.map((at) => (
            <th key={at} scope="col" className="font-normal text-ink-soft text-xs">
              {weekday.format(MONDAY + at * DAY_MS)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr key={week.find(Boolean)}>
            {WEEKDAYS.map((at) => {
              const day = week[at]
              return (
                <td key={at} className="p-0">
                  {day ? (
                    <Day
                      {...{ day, onPress }}
                      special={marked.get(day)}
                      isToday={day === today}
                      isCursor={day === cursor}
                      label={dayWords(day, locale)}
                    />
                  ) : null}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type DayProps = {
  day: string
  special: CalendarDay | undefined
  isToday: boolean
  isCursor: boolean
  label: string
  onPress: (day: string) => void
}

function Day({ day, special, isToday, isCursor, label, onPress }: DayProps) {
  const kind = special?.kind ? DAY_KINDS[special.kind] : null
  const Icon = kind?.icon
  const what = kind ? `: ${kind.text}${special?.name ? `, ${special.name}` : ''}` : ''
  return (
    <button
      type="button"
      data-day={day}
      tabIndex={isCursor ? 0 : -1}
      aria-label={`${label}${what}`}
      aria-current={isToday ? 'date' : undefined}
      title={special?.name || undefined}
      onClick={() => onPress(day)}
      className={`flex h-11 w-full cursor-pointer flex-col items-center justify-center rounded-md text-sm tabular-nums hover:outline hover:outline-edge aria-[current]:font-bold aria-[current]:underline ${kind?.look ?? 'text-ink'}`}
    >
      {Number(day.slice(8))}
      {Icon ? <Icon size={12} aria-hidden="true" /> : null}
    </button>
  )
}
