import { cookies } from 'next/headers'
import { NuqsAdapter } from 'nuqs/adapters/next/app'
import type { ReactNode } from 'react'
import { requirePerson } from '@/app/require-person'
import { Palette } from '@/components/palette/palette'
import { SavedViews } from '@/components/palette/saved-views'
import { AlertBadge } from '@/components/queue-health/alert-badge'
import { AlertCrier } from '@/components/queue-health/alert-crier'
import { alertsPath } from '@/components/queue-health/alert-paths'
import { PLACES } from '@/components/sites/navigation'
import { Shell } from '@/components/sites/shell'
import { THEME_COOKIE, themeSchema } from '@/components/sites/theme'
import { HeadingToolsProvider } from '@/components/ui/heading-tools'
import { listAlerts } from '@/lib/queue-health/queries'

const PAGE = 50

export default async function HouseLayout({ children }: { children: ReactNode }) {
  const person = await requirePerson('manager', 'support', 'picker')
  const theme = themeSchema.parse((await cookies()).get(THEME_COOKIE)?.value)
  const { name, email, role, site } = person
  const who = { person: { id: person.userId, role }, sites: person.sites.map(({ id }) => id) }
  // A picker has the next stop to find, and nothing else.
  const mayFind = role !== 'picker'
  const places = PLACES[role].map(({ href, text }) => ({ href, text }))
  const frame = {
    ...{ person: { name, email, role, site }, theme, renderedAtMs: Date.now() },
    finder: mayFind ? <Palette {...who} places={places} /> : null,
  }
  const screen = (
    <HeadingToolsProvider tools={mayFind ? <SavedViews sites={who.sites} /> : null}>
      <NuqsAdapter>{children}</NuqsAdapter>
    </HeadingToolsProvider>
  )
  if (role !== 'manager')
    return (
      <Shell {...frame} badges={{}}>
        {screen}
      </Shell>
    )
  const initial = {
    path: alertsPath(site.id, { state: 'open', cursor: null }),
    answer: await listAlerts({ siteIds: [site.id], state: 'open', limit: PAGE }),
    readAtMs: frame.renderedAtMs,
  }
  return (
    <Shell {...frame} badges={{ '/alerts': <AlertBadge site={site.id} initial={initial} /> }}>
      <AlertCrier site={site.id} initial={initial} />
      {screen}
    </Shell>
  )
}
