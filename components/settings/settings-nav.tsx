'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { PARTS } from './settings-parts'

/** From one part of the settings to another; on a phone it is pushed sideways. */
export function SettingsNav() {
  const path = usePathname()
  const list = useRef<HTMLUListElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another path has another place that is here
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [path])
  const places = [{ href: '/settings', text: 'All' }, ...PARTS]
  return (
    <nav aria-label="Settings" className="-mx-4 overflow-x-auto border-line border-b px-4 md:-mx-6 md:px-6">
      <ul ref={list} className="flex gap-1">
        {places.map(({ href, text }) => {
          const isHere = href === '/settings' ? path === href : path.startsWith(href)
          return (
            <li key={href}>
              <Link
                href={href}
                aria-current={isHere ? 'page' : undefined}
                className="flex min-h-11 items-center whitespace-nowrap border-transparent border-b-2 px-2.5 text-ink-soft text-sm hover:text-ink aria-[current]:border-action aria-[current]:font-medium aria-[current]:text-ink md:min-h-9"
              >
                {text}
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
