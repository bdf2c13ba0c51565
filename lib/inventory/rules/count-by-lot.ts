/** What the book has of one lot of a SKU in a bin; below zero when the floor took more. */
export type BookLot = { lot: string; expected: number }

/**
 * What was counted of a SKU in a bin, by lot, when nobody said of which: the lot that expires first has gone first, as
 * pickers take it, and what is too much is of the one that expires last.
 * @param book first to expire first
 */
export function countByLot(counted: number, book: readonly BookLot[]): (BookLot & { counted: number })[] {
  if (book.length === 0) return [{ lot: '', expected: 0, counted }]
  let left = counted
  const found = book.toReversed().map(({ lot, expected }) => {
    const there = Math.min(left, Math.max(0, expected))
    left -= there
    return { lot, expected, counted: there }
  })
  const last = found[0]
  if (last) last.counted += left
  return found.reverse()
}
