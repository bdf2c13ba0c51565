import { notFound } from 'next/navigation'
import { createLoader, type SearchParams } from 'nuqs/server'
import { z } from 'zod'
import { requirePerson } from '@/app/require-person'
import { siteOf } from '@/app/site-of'
import { dayPath, daySearch } from '@/components/days/day-paths'
import { DayScreen } from '@/components/days/day-screen'
import { replayDay } from '@/lib/figures/replay-day'
import { weekBefore } from '@/lib/figures/rules/week-before'

export const metadata = { title: 'What happened?' }

const loadSearch = createLoader(daySearch)
const daySchema = z.iso.date()
type Props = { params: Promise<{ day: string }>; searchParams: Promise<SearchParams> }

export default async function DayPage({ params, searchParams }: Props) {
  const person = await requirePerson('manager')
  const search = await loadSearch(searchParams)
  const { id, name } = siteOf(person, search.site)
  const day = daySchema.safeParse((await params).day)
  if (!day.success) notFound()
  const against = daySchema.safeParse(search.with)
  const ghost = against.success ? against.data : weekBefore(day.data)
  const now = new Date()
  const answer = await replayDay(id, day.data, ghost, now)
  const initial = { path: dayPath(id, day.data, ghost), answer, readAtMs: now.getTime() }
  return <DayScreen key={`${id} ${day.data}`} site={id} siteName={name} initial={initial} />
}
