'use client'
import { ArrowDown, ArrowUp } from 'lucide-react'
import type { ReactNode } from 'react'

type Direction = 'asc' | 'desc'
type Props = {
  /** How the table is sorted by this column, if it is. */
  sorted: Direction | null
  onSort: () => void
  align?: 'left' | 'right'
  className?: string
  children: ReactNode
}

/** A column's head that sorts by it; pressed again, the other way round. */
export function SortHead({ sorted, onSort, align = 'left', className = '', children }: Props) {
  const Arrow = sorted === 'desc' ? ArrowDown : ArrowUp
  const direction = { asc: 'ascending', desc: 'descending' } as const
  return (
    <th
      scope="col"
      aria-sort={sorted ? direction[sorted] : undefined}
      className={`px-2 py-1 font-medium text-ink-soft text-xs first:pl-4 last:pr-4 ${align === 'right' ? 'text-right' : 'text-left'} ${className}`}
    >
      <button
        type="button"
        onClick={onSort}
        className={`-mx-1 inline-flex min-h-7 cursor-pointer items-center gap-1 whitespace-nowrap rounded-sm px-1 hover:bg-inset hover:text-ink ${sorted ? 'text-ink' : ''} ${align === 'right' ? 'flex-row-reverse' : ''}`}
      >
        {children}
        <Arrow size={12} aria-hidden="true" className={sorted ? '' : 'invisible'} />
      </button>
    </th>
  )
}
