import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { createLoader, parseAsString, type SearchParams } from 'nuqs/server'
import { HOME } from '@/app/require-person'
import { ChoosePassword } from '@/components/settings/choose-password'
import { BrandMark } from '@/components/sites/brand'
import { SignInForm } from '@/components/sites/sign-in-form'
import { readEnvironment } from '@/lib/platform/environment'
import { identifyCaller } from '@/lib/sites/identify-caller'

export const metadata = { title: 'Sign in' }

const loadSearch = createLoader({ next: parseAsString })

export default async function SignInPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [{ next }, caller] = await Promise.all([loadSearch(searchParams), headers().then(identifyCaller)])
  const isPerson = caller?.kind === 'person'
  if (isPerson && caller.sites.length > 0) redirect(HOME[caller.role])
  return (
    <div className="grid min-h-dvh bg-surface max-md:grid-rows-[auto_1fr] md:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]">
      <Front />
      <main className="grid justify-items-center px-6 py-10 md:items-center">
        <div className="w-full max-w-sm">
          {isPerson && caller.isProvisional ? (
            <ChoosePassword email={caller.email} home={HOME[caller.role]} />
          ) : (
            <>
              <h1 className="mb-6 font-semibold text-ink text-2xl tracking-tight">Sign in</h1>
              {isPerson ? <NoSite email={caller.email} /> : null}
              <SignInForm next={next} homes={HOME} />
            </>
          )}
          {readEnvironment().STOWLINE_DEMO ? (
            <p className="mt-6 border-line border-t pt-4 text-ink-soft text-sm">
              This is the demo. Its sign-ins are printed in the terminal that started Stowline.
            </p>
          ) : null}
        </div>
      </main>
    </div>
  )
}

function NoSite({ email }: { email: string }) {
  return (
    <p role="alert" className="mb-6 rounded-md bg-late-tint px-3 py-2 text-ink text-sm">
      {email} does not belong to a site yet. Ask a manager to add it, or sign in as somebody else.
    </p>
  )
}

/** The front of the house: bins on the line. */
function Front() {
  return (
    <header className="flex flex-col justify-between gap-8 bg-rail px-6 py-5 text-rail-ink md:px-10 md:py-9">
      <p className="flex items-center gap-3 font-semibold text-lg tracking-tight">
        <BrandMark size={28} />
        Stowline
      </p>
      <div className="max-md:hidden">
        <Bays />
        <p className="mt-8 max-w-80 text-lg text-rail-soft">
          Every order, every step, every bin of the site, as it happens.
        </p>
      </div>
    </header>
  )
}

const BAYS = ['11010111', '01111101', '11011011', '10111110', '11101111']

function Bays() {
  return (
    <svg viewBox="0 0 320 190" className="w-full max-w-md" aria-hidden="true">
      {BAYS.map((bay, row) =>
        [...bay].map((slot, column) => (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a drawing, it never changes
            key={`${row} ${column}`}
            x={column * 40 + 1}
            y={row * 34 + 1}
            width="34"
            height="26"
            rx="2"
            className={slot === '1' ? 'fill-rail-raised stroke-rail-soft' : 'fill-none stroke-rail-raised'}
            strokeOpacity={slot === '1' ? 0.35 : 1}
          />
        )),
      )}
      <rect x="201" y="69" width="34" height="26" rx="2" className="fill-tape" />
      <path d="M0 178h320" className="stroke-tape" strokeWidth="4" strokeDasharray="22 10" />
    </svg>
  )
}
