'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import type { Role } from '@/lib/sites/schema'
import { MorePlaces } from './more-places'
import { PLACES, type Place, placeOf } from './navigation'

const LOOKS = {
  rail: {
    list: 'flex flex-col gap-0.5',
    link: 'flex h-9 items-center gap-2.5 border-l-[3px] px-4 text-sm',
    badge: 'ml-auto',
    on: 'border-tape bg-rail-raised font-medium text-rail-ink',
    off: 'border-transparent text-rail-soft hover:bg-rail-raised hover:text-rail-ink',
  },
  bar: {
    list: 'flex',
    link: 'relative flex h-16 w-full flex-col items-center justify-center gap-1 border-t-[3px] text-xs',
    badge: 'absolute top-1.5 left-1/2 ml-1.5',
    on: 'border-tape bg-rail-raised font-medium text-rail-ink',
    off: 'border-transparent text-rail-soft',
  },
} as const

/** What stands beside a place's name, by its path: the count of what waits there. */
export type Badges = Readonly<Record<string, ReactNode>>
type Props = { role: Role; look: keyof typeof LOOKS; badges: Badges }

/** The places a role may go: down the rail at a desk, along the bottom under a thumb. */
export function NavLinks({ role, look, badges }: Props) {
  const path = usePathname()
  const { list, link, badge, on, off } = LOOKS[look]
  const places: readonly Place[] = PLACES[role]
  const here = placeOf(places, path)
  const folded = look === 'bar' ? places.filter(({ isInMore }) => isInMore) : []
  return (
    <ul className={list}>
      {places
        .filter((place) => !folded.includes(place))
        .map((place) => {
          const { href, text, icon: Icon } = place
          const isHere = place === here
          return (
            <li key={href} className="min-w-0 flex-1">
              <Link
                href={href}
                aria-current={isHere ? 'page' : undefined}
                className={`${link} ${isHere ? on : off}`}
              >
                <Icon size={look === 'rail' ? 16 : 22} aria-hidden="true" />
                {text}
                <span className={badge}>{badges[href]}</span>
              </Link>
            </li>
          )
        })}
      {folded.length > 0 ? (
        <li className="min-w-0 flex-1">
          <MorePlaces places={folded} look={`${link} ${folded.some((place) => place === here) ? on : off}`} />
        </li>
      ) : null}
    </ul>
  )
}
