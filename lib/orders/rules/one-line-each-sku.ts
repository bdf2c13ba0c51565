type Line = { sku: string; quantity: number }

/** Lines of one SKU become one line, so that a hold looks at each SKU's bins once; first come, first listed. */
export function oneLineEachSku(lines: readonly Line[]): Line[] {
  const quantities = new Map<string, number>()
  for (const { sku, quantity } of lines) quantities.set(sku, (quantities.get(sku) ?? 0) + quantity)
  return [...quantities].map(([sku, quantity]) => ({ sku, quantity }))
}
