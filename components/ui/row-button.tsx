import type { ReactNode } from 'react'

/** The button a row is about, where it opens something over the page; the whole row can be clicked. */
export function RowButton({ onPress, children }: { onPress: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      data-row-link
      onClick={onPress}
      className="cursor-pointer whitespace-nowrap text-left font-medium text-ink underline-offset-4 after:absolute after:inset-0 hover:underline"
    >
      {children}
    </button>
  )
}
