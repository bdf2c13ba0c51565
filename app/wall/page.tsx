import { requirePerson } from '@/app/require-person'
import { figuresPath } from '@/components/figures/figures-paths'
import { WallScreen } from '@/components/figures/wall-screen'
import { LiveProvider } from '@/components/live/live-provider'
import { LocaleProvider } from '@/components/ui/locale'
import { readDay } from '@/lib/figures/read-day'

export const metadata = { title: 'Wall display' }

/** A screen high on the wall: no frame around it, for nobody is there to press anything. */
export default async function WallPage() {
  const { site, sites } = await requirePerson('manager')
  const now = new Date()
  const answer = await readDay(site.id, null, now)
  if (!answer) throw new Error(`there is no site ${site.id}`)
  const { locale, timeZone } = site
  return (
    <LocaleProvider value={{ locale, timeZone, renderedAtMs: now.getTime() }}>
      <LiveProvider>
        <WallScreen
          site={site.id}
          siteIds={sites.map(({ id }) => id)}
          initial={{ path: figuresPath(site.id), answer, readAtMs: now.getTime() }}
        />
      </LiveProvider>
    </LocaleProvider>
  )
}
