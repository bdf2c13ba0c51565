import { buttonLook } from '@/components/ui/button-look'
import { EmptyState } from '@/components/ui/empty-state'

export const metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <main className="grid min-h-dvh place-items-center p-4">
      <div>
        <h1 className="text-center font-mono text-ink-soft text-sm">404</h1>
        <EmptyState title="This page does not exist" action={<ToTheStart />}>
          The address may be mistyped, or the thing it named is gone.
        </EmptyState>
      </div>
    </main>
  )
}

/** A plain link: every page carries this one along, also the phone's, whose script is small. */
function ToTheStart() {
  return (
    <a href="/" className={buttonLook('outline')}>
      To the start
    </a>
  )
}
