import type { ReactNode } from 'react'

/** Nothing here: why, and what would put something here. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: string
  children: ReactNode
  action?: ReactNode
}) {
  return (
    <div className="flex flex-col items-center gap-2 px-6 py-12 text-center">
      <svg
        width="72"
        height="44"
        viewBox="0 0 72 44"
        fill="none"
        className="mb-2 text-edge"
        aria-hidden="true"
      >
        <path d="M2 41h68" stroke="currentColor" strokeWidth="2" />
        <path
          d="M8 14h14v20H8zM29 14h14v20H29zM50 14h14v20H50z"
          stroke="currentColor"
          strokeWidth="2"
          strokeDasharray="3 3"
        />
      </svg>
      <p className="font-medium text-base text-ink">{title}</p>
      <p className="max-w-prose text-ink-soft text-sm">{children}</p>
      {action ? <div className="mt-3">{action}</div> : null}
    </div>
  )
}
