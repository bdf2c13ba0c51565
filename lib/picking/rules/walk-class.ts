const HEAVY_GRAMS = 4_000

/** When on a walk an article is picked, where the site walks so: heavy ones first, frozen ones last; else undefined. */
export function walkClass(
  { temperatureZone, weightGrams }: { temperatureZone: string; weightGrams: number },
  { heavyFirst, frozenLast }: { heavyFirst: boolean; frozenLast: boolean },
): number | undefined {
  if (!heavyFirst && !frozenLast) return undefined
  if (frozenLast && temperatureZone === 'frozen') return 2
  return heavyFirst && weightGrams >= HEAVY_GRAMS ? 0 : 1
}
