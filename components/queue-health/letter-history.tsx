import { Time } from '@/components/ui/time'
import type { DeadLetterPage } from '@/lib/queue-health/schema'

/** What became of a letter, by whom. */
export function LetterHistory({ history }: Pick<DeadLetterPage, 'history'>) {
  if (history.length === 0) return <p className="text-ink-soft text-sm">Nothing is written down yet.</p>
  return (
    <ol className="flex flex-col gap-3">
      {history.map(({ at, what, by, error }) => (
        <li key={`${at} ${what}`} className="border-line border-l-2 pl-3">
          <p className="text-ink text-sm first-letter:uppercase">
            {what}
            {by ? <span className="text-ink-soft"> by {by}</span> : null}
          </p>
          {error ? <p className="font-mono text-failed text-xs [overflow-wrap:anywhere]">{error}</p> : null}
          <p className="text-ink-soft text-xs">
            <Time at={at} as="clock" />
          </p>
        </li>
      ))}
    </ol>
  )
}
