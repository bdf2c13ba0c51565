'use client'
import { useQuery } from '@tanstack/react-query'
import { fetchJson } from '@/components/live/fetch-json'
import { useLocale } from '@/components/ui/locale'
import { clockWords } from '@/components/ui/time-words'
import { useSettled } from '@/components/ui/use-settled'
import { inventoryEventsQueue } from '@/lib/inventory/events'
import { queueTitle } from '@/lib/queue-health/rules/queue-words'
import { queueListSchema } from '@/lib/queue-health/schema'
import { paletteAnswerSchema } from '@/lib/sites/palette-schema'
import type { Role } from '@/lib/sites/schema'
import type { Entry, EntryGroup } from './entry'
import { actsOnHit, entryOfHit } from './entry-of-hit'
import { groupEntries, offerEntries } from './group-entries'
import { LEAST_CHARACTERS, palettePath } from './palette-paths'
import { useSavedViews } from './use-saved-views'

const TYPING_MS = 120

export type Found = {
  groups: readonly EntryGroup[]
  /** Whether they are what was typed, and no earlier answer. */
  isFresh: boolean
  /** Why items, bins and orders are missing; null when they are not. */
  problem: string | null
  retry: () => void
}

type Asked = { site: string; role: Role; typed: string; places: readonly Entry[]; recent: readonly Entry[] }

/** What fits the words as typed: the house's finders are asked once the typing rests, and late answers are dropped. */
export function useFound({ site, role, typed, places, recent }: Asked): Found {
  const { locale, timeZone } = useLocale()
  const query = typed.trim()
  const settled = useSettled(query, TYPING_MS)
  const isAsked = settled.length >= LEAST_CHARACTERS
  const path = palettePath(site, settled)
  const answer = useQuery({
    queryKey: ['palette', path],
    queryFn: ({ signal }) => fetchJson(path, paletteAnswerSchema, signal),
    enabled: isAsked,
    // While one types on, the last answer stays; for other words it would only mislead.
    placeholderData: (last) => (last && areOneWord(last.query, settled) ? last : undefined),
    // Who types sees at once that it failed, and types on or tries again.
    retry: false,
  })
  const known = [...places, ...useViewEntries(site, places), ...useQueueEntries(site, role)]
  const day = (moment: string) => clockWords(Date.parse(moment), Date.now(), locale, timeZone)
  const isAnswered = !isAsked || answer.isError || (answer.isSuccess && !answer.isPlaceholderData)
  const hits = isAsked && !answer.isError ? answer.data : undefined
  // Until the answer is there, the last one stays, with the words that it was for.
  const shown = isAnswered ? settled : (answer.data?.query ?? settled)
  const found = hits?.items.map((hit) => entryOfHit(hit, day)) ?? []
  // Of one thing found it is clear what an act is meant for.
  const [one, ...others] = hits?.items ?? []
  const acts = one && others.every(({ kind }) => kind === 'lane') ? actsOnHit(one) : []
  return {
    groups: shown === '' ? offerEntries(recent, known) : groupEntries(shown, [...found, ...acts], known),
    isFresh: settled === query && isAnswered,
    problem: isAsked && answer.isError ? answer.error.message : null,
    retry: () => void answer.refetch(),
  }
}

const areOneWord = (one: string, other: string): boolean => one.startsWith(other) || other.startsWith(one)

function useViewEntries(site: string, places: readonly Entry[]): Entry[] {
  const { data } = useSavedViews(site)
  return (data?.items ?? []).map(({ id, name, path, savedBy }) => {
    const pathname = path.split('?')[0] ?? path
    const screen = places.find(({ kind, href }) => kind === 'screen' && href === pathname)?.title ?? pathname
    const detail = savedBy === null ? screen : `${screen} · saved by ${savedBy}`
    return { id: `view ${id}`, kind: 'view', title: name, detail, href: path }
  })
}

function useQueueEntries(site: string, role: Role): Entry[] {
  const path = `/api/queues?${new URLSearchParams({ site })}`
  const { data } = useQuery({
    queryKey: ['palette', path],
    queryFn: ({ signal }) => fetchJson(path, queueListSchema, signal),
    enabled: role === 'manager',
  })
  return (data?.items ?? []).map(({ name }) => ({
    ...{ id: `queue ${name}`, kind: 'queue', title: queueTitle(name), also: [name] },
    href:
      name === inventoryEventsQueue ? `/dead-letters?queue=${name}` : `/queues/${encodeURIComponent(name)}`,
  }))
}
