'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { PARTS } from './settings-parts'

/** From one part of the settings to another; on a phone it is pushed sideways. */
export function SettingsNav() {
  const path = usePathname()
  const nav = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another path has another place that is here
  useEffect(() => {
    const here = nav.current?.querySelector<HTMLElement>('[aria-current]')
    // Not scrollIntoView: the browser would let the next Tab begin there, past the way to the content.
    if (nav.current && here)
      nav.current.scrollLeft = here.offsetLeft - (nav.current.clientWidth - here.offsetWidth) / 2
  }, [path])
  const places = [{ href: '/settings', text: 'All' }, ...PARTS]
  return (
    <nav
      ref={nav}
      aria-label="Settings"
      className="relative -mx-4 overflow-x-auto border-line border-b px-4 md:-mx-6 md:px-6"
    >
      <ul className="flex gap-1">
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
