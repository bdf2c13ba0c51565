'use client'
import { ErrorState } from '@/components/ui/error-state'

/** What an error boundary shows; the digest finds the error in the server's log. */
export function BrokenPage({ error, retry }: { error: unknown; retry: () => void }) {
  const digest =
    error instanceof Error && 'digest' in error ? ` Its number in the log is ${String(error.digest)}.` : ''
  return (
    <ErrorState
      title="This page could not be drawn"
      detail={`What you did before is kept.${digest}`}
      onRetry={retry}
    />
  )
}
