import { z } from 'zod'
import { pathInHouse } from '@/lib/sites/rules/path-in-house'
import { type Entry, KINDS } from './entry'

const MOST = 5
/** Names of customers stay out of it: whoever sits here next can read what a browser keeps. */
const keptSchema = z.object({
  ...{ id: z.string(), kind: z.enum(KINDS), title: z.string() },
  href: z.string().refine((href) => pathInHouse(href) !== null),
})

/** The number tells the shape: it goes up with it, and what was kept in another one is forgotten. */
const keyOf = (whose: string): string => `stowline:recent:1:${whose}`

/** Where somebody went lately by the palette, the last first; what cannot be read is forgotten. */
export function readRecent(whose: string): Entry[] {
  try {
    const kept = z.array(z.unknown()).parse(JSON.parse(window.localStorage.getItem(keyOf(whose)) ?? '[]'))
    return kept.flatMap((one) => keptSchema.safeParse(one).data ?? []).slice(0, MOST)
  } catch {
    return []
  }
}

/** Keeps where somebody goes now as the last. */
export function keepRecent(whose: string, { id, kind, title, href }: Entry): void {
  const plain = id.replace(/^recent /, '')
  const others = readRecent(whose).filter((one) => one.href !== href)
  const kept = [{ id: plain, kind, title, href }, ...others].slice(0, MOST)
  try {
    window.localStorage.setItem(keyOf(whose), JSON.stringify(kept))
  } catch {
    // A full or closed store costs the list of recent places, nothing else.
  }
}
