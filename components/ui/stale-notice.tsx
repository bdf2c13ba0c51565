'use client'
import { Button } from './button'
import { StateMark } from './state-mark'

/** What is shown is old, because asking again failed. */
export function StaleNotice({ detail, onRetry }: { detail: string; onRetry: () => void }) {
  return (
    <div
      role="alert"
      className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-md bg-failed-tint px-3 py-2 text-ink text-sm"
    >
      <StateMark state="failed" />
      <p className="grow">These figures could not be refreshed: {detail}</p>
      <Button onPress={onRetry}>Try again</Button>
    </div>
  )
}
