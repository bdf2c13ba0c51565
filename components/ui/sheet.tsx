import type { ReactNode } from 'react'

/** The white ground of a list that is the whole screen. */
export function Sheet({ children }: { children: ReactNode }) {
  return (
    <div className="overflow-hidden rounded-lg border border-line bg-surface shadow-panel">{children}</div>
  )
}
