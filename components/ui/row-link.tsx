import Link from 'next/link'
import type { ReactNode } from 'react'

/** The link a row is about; the whole row can be clicked. `wraps` is for sentences, which a phone must break. */
export function RowLink({ href, wraps, children }: { href: string; wraps?: boolean; children: ReactNode }) {
  return (
    <Link
      href={href}
      data-row-link
      className={`${wraps ? '' : 'whitespace-nowrap'} font-medium text-ink underline-offset-4 after:absolute after:inset-0 hover:underline`}
    >
      {children}
    </Link>
  )
}
