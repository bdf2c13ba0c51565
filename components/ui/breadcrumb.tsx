import Link from 'next/link'
import type { ReactNode } from 'react'

/** The list this page is a part of, and where in it we are. */
export function Breadcrumb({ href, list, children }: { href: string; list: string; children: ReactNode }) {
  return (
    <p className="truncate text-ink-soft text-sm">
      <Link href={href} className="underline underline-offset-4 hover:text-ink">
        {list}
      </Link>
      <span aria-hidden="true"> / </span>
      {children}
    </p>
  )
}
