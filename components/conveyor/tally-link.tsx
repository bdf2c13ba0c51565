import Link from 'next/link'
import type { ReactNode } from 'react'
import { Count } from '@/components/ui/count'

type Props = { value: number; href: string /** What is counted. */; about: string; note?: ReactNode }

/** A number that leads to its boxes; nothing leads nowhere. */
export function TallyLink({ value, href, about, note }: Props) {
  if (value === 0) return <span className="text-ink-soft">0</span>
  return (
    <>
      <Link
        href={href}
        aria-label={`${value} ${about.toLowerCase()}`}
        className="font-medium text-ink underline-offset-4 hover:underline max-md:inline-block max-md:min-h-8 max-md:py-1.5"
      >
        <Count value={value} />
      </Link>
      {note ? <span className="block text-ink-soft text-xs">{note}</span> : null}
    </>
  )
}
