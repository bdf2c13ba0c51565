/** A table of a bench: what it shows, its columns with units, its rows. */
export type Table = { title: string; columns: string[]; rows: (string | number)[][]; note?: string }

/** The table as aligned text. */
export function textOf({ title, columns, rows, note }: Table): string {
  const cells = [columns, ...rows.map((row) => row.map(String))]
  const widths = columns.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)))
  const lines = cells.map((row) =>
    row.map((cell, column) => pad(cell, widths[column] ?? 0, column)).join('  '),
  )
  return [title, ...lines, ...(note ? [note] : [])].join('\n')
}

const pad = (text: string, width: number, column: number) =>
  column === 0 ? text.padEnd(width) : text.padStart(width)

/** The value below which this share of the sorted values lies. */
export function percentile(sorted: number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** Milliseconds with the digits that a noisy machine deserves. */
export const ms = (value: number): string => (value < 10 ? value.toFixed(2) : value.toFixed(0))
