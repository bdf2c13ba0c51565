import Link from 'next/link'
import type { ReactNode } from 'react'

/** The link a row is about; the whole row can be clicked. */
export function RowLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      data-row-link
      className="whitespace-nowrap font-medium text-ink underline-offset-4 after:absolute after:inset-0 hover:underline"
    >
      {children}
    </Link>
  )
}
