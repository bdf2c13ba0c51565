import { type SupplyTerm, supplyTermSchema } from '@/lib/replenishment/supply-schema'

/** The terms that a person edits, as they are typed; what is not among them stays. */
export type TermsDraft = {
  supplier: string
  leadDays: string
  packUnits: string
  minimumPacks: string
  servicePercent: string
  shelfLifeDays: string
}
export type TermsField = keyof TermsDraft

const PERCENT_DIGITS = 4

export const draftOf = (terms: SupplyTerm): TermsDraft => ({
  supplier: terms.supplier,
  leadDays: String(terms.leadDays),
  packUnits: String(terms.packUnits),
  minimumPacks: String(terms.minimumPacks),
  servicePercent: String(Number((terms.serviceLevel * 100).toFixed(PERCENT_DIGITS))),
  shelfLifeDays: terms.shelfLifeDays === null ? '' : String(terms.shelfLifeDays),
})

const number = (typed: string) => (typed.trim() === '' ? Number.NaN : Number(typed.replace(',', '.')))

const FIELD_OF: Readonly<Record<string, TermsField>> = {
  serviceLevel: 'servicePercent',
  ...{ supplier: 'supplier', leadDays: 'leadDays', packUnits: 'packUnits' },
  ...{ minimumPacks: 'minimumPacks', shelfLifeDays: 'shelfLifeDays' },
}

/** The terms as they would be, or the fields that cannot be so. */
export function readDraft(
  draft: TermsDraft,
  standing: SupplyTerm,
): { terms: SupplyTerm; wrong: ReadonlySet<TermsField> } | { terms: null; wrong: ReadonlySet<TermsField> } {
  const parsed = supplyTermSchema.safeParse({
    ...standing,
    supplier: draft.supplier,
    leadDays: number(draft.leadDays),
    packUnits: number(draft.packUnits),
    minimumPacks: number(draft.minimumPacks),
    serviceLevel: Number((number(draft.servicePercent) / 100).toFixed(PERCENT_DIGITS + 2)),
    shelfLifeDays: draft.shelfLifeDays.trim() === '' ? null : number(draft.shelfLifeDays),
  })
  if (parsed.success) return { terms: parsed.data, wrong: new Set() }
  const wrong = parsed.error.issues.flatMap(({ path }) => FIELD_OF[String(path[0])] ?? [])
  return { terms: null, wrong: new Set(wrong) }
}
