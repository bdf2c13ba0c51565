'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { HeadingTools } from '@/components/ui/heading-tools'

const PARTS = [
  { href: '/inventory', text: 'Stock' },
  { href: '/inventory/counts', text: 'Counts' },
  { href: '/inventory/import', text: 'Import' },
] as const

/** The room's name and its parts. */
export function InventoryHeading() {
  const path = usePathname()
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
      <div className="flex items-center gap-3">
        <h1 className="font-semibold text-ink text-xl tracking-tight">Inventory</h1>
        {path === '/inventory/import' ? null : <HeadingTools />}
      </div>
      <nav aria-label="Inventory">
        <ul className="-mx-2 flex gap-1">
          {PARTS.map(({ href, text }) => (
            <li key={href}>
              <Link
                href={href}
                aria-current={path === href ? 'page' : undefined}
                className="flex min-h-11 items-center rounded-md px-3 text-ink-soft text-sm underline-offset-4 hover:bg-inset hover:text-ink aria-[current=page]:font-medium aria-[current=page]:text-ink aria-[current=page]:underline md:min-h-8"
              >
                {text}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  )
}
