import type { ReactNode } from 'react'
import { LiveProvider } from '@/components/live/live-provider'
import { LocaleProvider } from '@/components/ui/locale'
import { Toasts } from '@/components/ui/toasts'
import { BrandMark } from './brand'
import { ConnectionBanner } from './connection-banner'
import { ConnectionLight } from './connection-light'
import { type Badges, NavLinks } from './nav-links'
import type { SignedIn } from './person'
import { PersonMenu } from './person-menu'
import { SiteClock } from './site-clock'
import type { Theme } from './theme'

type Props = {
  person: SignedIn
  theme: Theme
  renderedAtMs: number
  badges: Badges
  /** What finds anything, in the status bar. */
  finder: ReactNode
  children: ReactNode
}

/** The frame of every screen: rail and status bar at a desk, status bar and bottom bar on a phone. */
export function Shell({ person, theme, renderedAtMs, badges, finder, children }: Props) {
  const { locale, timeZone } = person.site
  return (
    <LocaleProvider value={{ locale, timeZone, renderedAtMs }}>
      <LiveProvider>
        <a
          href="#main"
          className="sr-only z-30 rounded-md bg-action px-3 py-2 text-on-action text-sm focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
        >
          Skip to the content
        </a>
        <div className="min-h-dvh md:grid md:grid-cols-[12.5rem_minmax(0,1fr)]">
          <Rail person={person} badges={badges} />
          <div className="flex min-w-0 flex-col max-md:pb-[calc(4rem+env(safe-area-inset-bottom))]">
            <StatusBar person={person} theme={theme} finder={finder} />
            <ConnectionBanner />
            <main
              id="main"
              tabIndex={-1}
              className="mx-auto w-full max-w-[100rem] grow p-4 outline-none md:p-6"
            >
              {children}
            </main>
          </div>
        </div>
        <nav
          aria-label="Main"
          className="fixed inset-x-0 bottom-0 z-20 bg-rail pb-[env(safe-area-inset-bottom)] md:hidden"
        >
          <NavLinks role={person.role} look="bar" badges={badges} />
        </nav>
        <Toasts />
      </LiveProvider>
    </LocaleProvider>
  )
}

function Rail({ person, badges }: Pick<Props, 'person' | 'badges'>) {
  return (
    <div className="sticky top-0 flex h-dvh flex-col bg-rail text-rail-ink max-md:hidden">
      <nav aria-label="Main">
        <p className="mb-3 flex h-14 items-center gap-2.5 px-4 font-semibold text-lg tracking-tight">
          <BrandMark />
          Stowline
        </p>
        <NavLinks role={person.role} look="rail" badges={badges} />
      </nav>
    </div>
  )
}

function StatusBar({ person, theme, finder }: Pick<Props, 'person' | 'theme' | 'finder'>) {
  return (
    <header className="sticky top-0 z-10 flex h-14 items-center gap-3 border-line border-b bg-surface px-4 md:px-6">
      <span className="text-ink md:hidden">
        <BrandMark size={22} />
      </span>
      <p className="min-w-0 truncate font-medium text-ink text-sm">{person.site.name}</p>
      <p className="font-mono text-ink-soft text-xs max-md:hidden">{person.site.id}</p>
      <div className="ml-auto flex shrink-0 items-center gap-2 md:gap-4">
        {finder}
        <span className="max-md:hidden">
          <SiteClock />
        </span>
        <ConnectionLight />
        <PersonMenu person={person} theme={theme} />
      </div>
    </header>
  )
}
