import { type PickingRules, pickingRulesSchema } from '@/lib/picking/picking-rules-schema'

/** The API path of how a site picks. */
export const pickingRulesPath = (site: string): string =>
  `/api/sites/${encodeURIComponent(site)}/picking-rules`

/** Rules that are a number: what it counts, and how many of the rule's own units one of them is. */
export const AMOUNTS = {
  cartTotes: { unit: 'totes', size: 1 },
  toteVolumeMl: { unit: 'litres', size: 1_000 },
  cartWeightGrams: { unit: 'kg', size: 1_000 },
  leaseMinutes: { unit: 'minutes', size: 1 },
} as const
export type Amount = keyof typeof AMOUNTS
const amounts = Object.keys(AMOUNTS) as Amount[]

/** The rules as they stand in the fields: numbers as somebody types them. */
export type RuleForm = Omit<PickingRules, Amount> & Record<Amount, string>

export const formOf = (rules: PickingRules): RuleForm => ({
  ...rules,
  cartTotes: textOf(rules, 'cartTotes'),
  toteVolumeMl: textOf(rules, 'toteVolumeMl'),
  cartWeightGrams: textOf(rules, 'cartWeightGrams'),
  leaseMinutes: textOf(rules, 'leaseMinutes'),
})

const textOf = (rules: PickingRules, amount: Amount): string => String(rules[amount] / AMOUNTS[amount].size)

type Reading =
  | { outcome: 'read'; rules: PickingRules }
  | { outcome: 'wrong'; problems: Partial<Record<Amount, string>> }

/** The rules that the fields say, or what is wrong with which field. */
export function readRuleForm(form: RuleForm): Reading {
  const numbers = Object.fromEntries(amounts.map((amount) => [amount, numberOf(form[amount], amount)]))
  const parsed = pickingRulesSchema.safeParse({ ...form, ...numbers })
  if (parsed.success) return { outcome: 'read', rules: parsed.data }
  const wrong = new Set(parsed.error.issues.map(({ path }) => path[0]))
  const problems = amounts
    .filter((amount) => wrong.has(amount))
    .map((amount) => [amount, boundsWords(amount)])
  return { outcome: 'wrong', problems: Object.fromEntries(problems) }
}

function numberOf(text: string, amount: Amount): number {
  const trimmed = text.trim().replace(',', '.')
  return trimmed === '' ? Number.NaN : Number((Number(trimmed) * AMOUNTS[amount].size).toFixed(6))
}

function boundsWords(amount: Amount): string {
  const { minValue, maxValue } = pickingRulesSchema.shape[amount]
  const { size, unit } = AMOUNTS[amount]
  return `Between ${(minValue ?? 0) / size} and ${(maxValue ?? 0) / size} ${unit}.`
}
