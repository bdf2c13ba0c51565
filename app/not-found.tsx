import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'

export const metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <main className="grid min-h-dvh place-items-center p-4">
      <div>
        <h1 className="text-center font-mono text-ink-soft text-sm">404</h1>
        <EmptyState title="This page does not exist" action={<LinkButton href="/">To the start</LinkButton>}>
          The address may be mistyped, or the thing it named is gone.
        </EmptyState>
      </div>
    </main>
  )
}
