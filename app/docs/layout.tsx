import Link from 'next/link'
import type { ReactNode } from 'react'
import { Toasts } from '@/components/ui/toasts'

const PAGES = [
  ['/docs', 'Overview'],
  ['/docs/api', 'API'],
  ['/docs/idempotency', 'Said twice'],
  ['/docs/webhooks', 'Webhooks'],
  ['/docs/sockets', 'Sockets'],
  ['/docs/runbooks', 'Runbooks'],
] as const

/** What an outside party reads: the same frame around every page of the documentation. */
export default function DocsLayout({ children }: { children: ReactNode }) {
  return (
    <div className="mx-auto flex max-w-5xl flex-col gap-4 p-4 md:p-8">
      <nav
        aria-label="Documentation"
        className="flex flex-wrap gap-x-4 gap-y-1 border-line border-b pb-3 text-sm"
      >
        {PAGES.map(([href, title]) => (
          <Link key={href} href={href} className="py-1 underline-offset-4 hover:underline">
            {title}
          </Link>
        ))}
      </nav>
      {children}
      <Toasts />
    </div>
  )
}
