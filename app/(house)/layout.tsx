import { cookies } from 'next/headers'
import { NuqsAdapter } from 'nuqs/adapters/next/app'
import type { ReactNode } from 'react'
import { requirePerson } from '@/app/require-person'
import { AlertBadge } from '@/components/queue-health/alert-badge'
import { AlertCrier } from '@/components/queue-health/alert-crier'
import { alertsPath } from '@/components/queue-health/alert-paths'
import { Shell } from '@/components/sites/shell'
import { THEME_COOKIE, themeSchema } from '@/components/sites/theme'
import { listAlerts } from '@/lib/queue-health/queries'

const PAGE = 50

export default async function HouseLayout({ children }: { children: ReactNode }) {
  const person = await requirePerson('manager', 'support', 'picker')
  const theme = themeSchema.parse((await cookies()).get(THEME_COOKIE)?.value)
  const { name, email, role, site } = person
  const frame = { person: { name, email, role, site }, theme, renderedAtMs: Date.now() }
  if (role !== 'manager')
    return (
      <Shell {...frame} badges={{}}>
        <NuqsAdapter>{children}</NuqsAdapter>
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
      <NuqsAdapter>{children}</NuqsAdapter>
    </Shell>
  )
}
