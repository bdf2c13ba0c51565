import Link from 'next/link'
import { dateFormat } from '@/components/ui/formats'
import { useLocale } from '@/components/ui/locale'
import type { DayHours, DaySpan } from '@/lib/figures/day-schema'
import { packSpans } from '@/lib/figures/rules/pack-spans'
import { queueTitle } from '@/lib/queue-health/rules/queue-words'
import { spanHref } from './day-paths'

const LOOKS = {
  critical: 'bg-failed-tint text-failed border-failed',
  warning: 'bg-late-tint text-late border-late',
  fault: 'bg-inset text-ink border-edge border-dashed',
  lane: 'bg-waiting-tint text-waiting border-waiting',
  'stock-out': 'bg-late-tint text-late border-late',
}

/** About as long as a name is drawn on a desk's screen. */
const NAME_MS = 4 * 3_600_000

type Props = { spans: readonly DaySpan[]; day: Pick<DayHours, 'from' | 'to' | 'readAt'>; mostRows: number }

/** What lasted, as bars that name it: each leads to where more is told of it. */
export function DaySpans({ spans, day, mostRows }: Props) {
  const rows = packSpans(spans, NAME_MS).slice(0, mostRows)
  return (
    <div className="flex flex-col gap-0.5">
      {rows.map((row) => (
        <div key={`${row[0]?.kind} ${row[0]?.id} ${row[0]?.from}`} className="relative h-5 overflow-hidden">
          {row.map((span, at) => (
            <Bar
              key={`${span.id} ${span.from}`}
              span={span}
              day={day}
              isNamedBefore={hasNoRoomAfter(span, row[at - 1], day)}
            />
          ))}
        </div>
      ))}
    </div>
  )
}

/** A short span late in the day has its name before it, where nothing else stands there. */
function hasNoRoomAfter(span: DaySpan, before: DaySpan | undefined, day: Props['day']): boolean {
  const [fromMs, toMs] = [Date.parse(span.from), Date.parse(day.to)]
  const taken = before ? Math.max(Date.parse(before.until ?? day.to), Date.parse(before.from) + NAME_MS) : 0
  const lastsMs = Date.parse(span.until ?? day.readAt) - fromMs
  return toMs - fromMs < 2 * NAME_MS && lastsMs < NAME_MS && fromMs - taken >= NAME_MS
}

type BarProps = { span: DaySpan; day: Props['day']; isNamedBefore: boolean }

function Bar({ span, day, isNamedBefore }: BarProps) {
  const { locale, timeZone } = useLocale()
  const [fromMs, toMs] = [Date.parse(day.from), Date.parse(day.to)]
  const percent = (ms: number) => (100 * (Math.min(Math.max(ms, fromMs), toMs) - fromMs)) / (toMs - fromMs)
  const left = percent(Date.parse(span.from))
  const right = percent(Date.parse(span.until ?? day.readAt))
  const clock = dateFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit' })
  const until = span.until === null ? 'now' : clock.format(Date.parse(span.until))
  const name = spanName(span)
  const words = `${name}, ${clock.format(Date.parse(span.from))} to ${until}${span.detail ? `: ${span.detail}` : ''}`
  const look = `absolute inset-y-0 flex min-w-1.5 items-center border-l-2 rounded-xs px-1 text-xs whitespace-nowrap ${isNamedBefore ? 'justify-end' : ''} ${LOOKS[span.severity ?? (span.kind === 'alert' ? 'warning' : span.kind)]}`
  const style = { left: `${left}%`, width: `${Math.max(0, right - left)}%` }
  const href = spanHref(span)
  if (href === null)
    return (
      <span title={words} className={look} style={style}>
        {name}
      </span>
    )
  return (
    <Link href={href} title={words} aria-label={words} className={look} style={style}>
      {name}
    </Link>
  )
}

/** What lasted, in a few words. */
export function spanName({ kind, about, detail, severity }: DaySpan): string {
  if (kind === 'alert') return `${severity === 'critical' ? '■' : '▲'} ${queueTitle(about)}`
  if (kind === 'stock-out') return detail
  return kind === 'lane' ? `Lane ${about}` : `Demo fault: ${about}`
}
