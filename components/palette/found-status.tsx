'use client'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { Found } from './use-found'

/** How many fit, also for who cannot see them; and what could not be searched. */
export function FoundStatus({ found, typed }: { found: Found; typed: string }) {
  const count = found.groups.reduce((sum, { entries }) => sum + entries.length, 0)
  return (
    <div className="border-line border-t text-ink-soft text-xs">
      {found.problem !== null ? (
        <div className="p-2">
          <Notice
            state="failed"
            role="alert"
            title="Only screens and views were searched:"
            action={<Button onPress={found.retry}>Try again</Button>}
          >
            {found.problem}
          </Notice>
        </div>
      ) : null}
      <div className="flex items-center justify-between gap-3 px-4 py-2.5">
        <p role="status">{typed === '' ? 'Type to find anything' : wordsOf(found.isFresh, count, typed)}</p>
        {count > 0 ? (
          <p aria-hidden="true" className="whitespace-nowrap max-md:hidden">
            ↑ ↓ choose · Enter opens · Esc closes
          </p>
        ) : null}
      </div>
    </div>
  )
}

function wordsOf(isFresh: boolean, count: number, typed: string): string {
  if (!isFresh) return 'Looking…'
  return count === 0 ? `Nothing fits “${typed}”.` : `${count} found`
}
