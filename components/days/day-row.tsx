import Link from 'next/link'
import type { ReactNode } from 'react'

type Props = {
  title: string
  /** The list behind it. */
  href: string | null
  /** Unit and scale: "per 5 min, up to 42". */
  note: string
  size?: 'tall' | 'low' | 'own'
  children: ReactNode
}

const HEIGHT = { tall: 'h-24', low: 'h-11', own: 'min-h-6' }

/** One line of the day: what it is on the left (above it on a phone), how it went on the right. */
export function DayRow({ title, href, note, size = 'low', children }: Props) {
  return (
    <div className="grid border-line border-t md:grid-cols-[11rem_minmax(0,1fr)]">
      <div className="flex flex-wrap items-baseline gap-x-2 py-1.5 pr-3 md:flex-col">
        {href ? (
          <Link href={href} className="font-medium text-ink text-xs underline underline-offset-4">
            {title}
          </Link>
        ) : (
          <span className="font-medium text-ink text-xs">{title}</span>
        )}
        <span className="text-ink-soft text-xs tabular-nums">{note}</span>
      </div>
      <div className={`relative min-w-0 py-1 ${HEIGHT[size]}`}>{children}</div>
    </div>
  )
}
