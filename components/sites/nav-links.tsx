'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { Role } from '@/lib/sites/schema'
import { PLACES } from './navigation'

const LOOKS = {
  rail: {
    list: 'flex flex-col gap-0.5',
    link: 'flex h-9 items-center gap-2.5 border-l-[3px] px-4 text-sm',
    on: 'border-tape bg-rail-raised font-medium text-rail-ink',
    off: 'border-transparent text-rail-soft hover:bg-rail-raised hover:text-rail-ink',
  },
  bar: {
    list: 'flex',
    link: 'flex h-16 flex-col items-center justify-center gap-1 border-t-[3px] text-xs',
    on: 'border-tape bg-rail-raised font-medium text-rail-ink',
    off: 'border-transparent text-rail-soft',
  },
} as const

/** The places a role may go: down the rail at a desk, along the bottom under a thumb. */
export function NavLinks({ role, look }: { role: Role; look: keyof typeof LOOKS }) {
  const path = usePathname()
  const { list, link, on, off } = LOOKS[look]
  return (
    <ul className={list}>
      {PLACES[role].map(({ href, text, icon: Icon }) => {
        const isHere = href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`)
        return (
          <li key={href} className="grow">
            <Link
              href={href}
              aria-current={isHere ? 'page' : undefined}
              className={`${link} ${isHere ? on : off}`}
            >
              <Icon size={look === 'rail' ? 16 : 22} aria-hidden="true" />
              {text}
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
