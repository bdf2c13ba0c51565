import { type SupplyTerm, supplyTermSchema } from '../supply-schema'

type Read = { ok: true; term: SupplyTerm } | { ok: false; reason: string }

const TEXT = new Set(['supplier'])

/** A line of a file of terms over what stands there; an empty cell leaves it, weekdays are digits told apart by spaces. */
export function termOfRow(row: Readonly<Record<string, string>>, standing: SupplyTerm): Read {
  const term: Record<string, unknown> = {}
  for (const name of Object.keys(supplyTermSchema.shape)) {
    const cell = row[name]?.trim() ?? ''
    term[name] =
      cell === ''
        ? standing[name as keyof SupplyTerm]
        : TEXT.has(name)
          ? cell
          : name === 'orderWeekdays'
            ? cell.split(/\s+/).map(Number)
            : Number(cell)
  }
  const parsed = supplyTermSchema.safeParse(term)
  if (parsed.success) return { ok: true, term: parsed.data }
  return {
    ok: false,
    reason: parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '),
  }
}
