export type LineQuantity = { lineNumber: number; quantity: number }

/**
 * What of an order is in a parcel: never more of a line than was ordered less what is in other parcels, so that no line is
 * paid twice, whatever the floor said of its totes.
 */
export function linesOfShipment(
  contents: readonly LineQuantity[],
  ordered: readonly LineQuantity[],
  elsewhere: readonly LineQuantity[],
): LineQuantity[] {
  return ordered.flatMap(({ lineNumber, quantity }) => {
    const most = quantity - unitsOf(lineNumber, elsewhere)
    const units = Math.min(most, unitsOf(lineNumber, contents))
    return units > 0 ? [{ lineNumber, quantity: units }] : []
  })
}

const unitsOf = (lineNumber: number, lines: readonly LineQuantity[]): number =>
  lines.reduce((sum, line) => (line.lineNumber === lineNumber ? sum + line.quantity : sum), 0)
