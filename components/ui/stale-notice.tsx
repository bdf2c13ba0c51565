'use client'
import { Button } from './button'
import { Notice } from './notice'

/** What is shown is old, because asking again failed. */
export function StaleNotice({ detail, onRetry }: { detail: string; onRetry: () => void }) {
  return (
    <Notice
      state="failed"
      role="alert"
      title="These figures could not be refreshed:"
      action={<Button onPress={onRetry}>Try again</Button>}
    >
      {detail}
    </Notice>
  )
}
