import type { KeyboardEvent } from 'react'

/** Moves focus from row to row by the arrow keys, Home and End. */
export function stepThroughRows(event: KeyboardEvent<HTMLElement>): void {
  // In a field every other key has a meaning of its own.
  if (event.target instanceof HTMLInputElement && event.key !== 'ArrowDown') return
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row-link]')]
  const at = links.findIndex((link) => link.matches(':focus'))
  const to = nextRow(event.key, at, links.length)
  if (to === null) return
  event.preventDefault()
  links[to]?.focus()
}

/**
 * The row a key leads to from row `at` (-1: none yet), or null when the key is not for us. Ends stop, they do not wrap.
 * @param page rows that a Page key leaps over; without it, it is the browser's
 */
export function nextRow(key: string, at: number, rows: number, page?: number): number | null {
  if (rows === 0) return null
  if (key === 'PageDown' && page) return Math.min(Math.max(at, 0) + page, rows - 1)
  if (key === 'PageUp' && page) return Math.max(at - page, 0)
  if (key === 'ArrowDown') return Math.min(at + 1, rows - 1)
  if (key === 'ArrowUp') return Math.max(at - 1, 0)
  if (key === 'Home') return 0
  if (key === 'End') return rows - 1
  return null
}
