/** A box that a packer has scanned. */
export type ScannedTote = { barcode: string; kind: 'tote' | 'parcel'; orderNumber: string | null }
/** A parcel that was packed before. */
export type KnownParcel = { barcode: string; totes: readonly string[]; operationId: string | null }

export type PackingVerdict =
  | { outcome: 'pack'; orderNumber: string }
  | { outcome: 'packed-before'; barcode: string }
  | { outcome: 'another-operation'; barcode: string }
  | { outcome: 'refused'; says: string }

const refused = (says: string): PackingVerdict => ({ outcome: 'refused', says })

/**
 * Whether totes may become a parcel, in words for the packer. What was said before, by the operation or by the totes, is
 * the parcel that it was.
 * @param asked labels of the totes, each once
 * @param parcels those of the operation, and of the totes' orders
 */
export function judgePacking(
  asked: readonly string[],
  operationId: string | undefined,
  totes: readonly ScannedTote[],
  parcels: readonly KnownParcel[],
): PackingVerdict {
  const named = parcels.find((parcel) => operationId !== undefined && parcel.operationId === operationId)
  if (named) {
    const isSame = named.totes.length === asked.length && asked.every((tote) => named.totes.includes(tote))
    return { outcome: isSame ? 'packed-before' : 'another-operation', barcode: named.barcode }
  }
  const holding = parcels.filter(({ totes: packed }) => asked.some((tote) => packed.includes(tote)))
  const [before] = holding
  if (before && asked.every((tote) => before.totes.includes(tote)))
    return { outcome: 'packed-before', barcode: before.barcode }
  if (before) {
    const tote = asked.find((one) => before.totes.includes(one))
    return refused(`${tote} is in parcel ${before.barcode} already. Pack the others without it.`)
  }
  return judgeTotes(asked, totes)
}

function judgeTotes(asked: readonly string[], totes: readonly ScannedTote[]): PackingVerdict {
  const unknown = asked.find((label) => !totes.some(({ barcode }) => barcode === label))
  if (unknown !== undefined) return refused(`Nobody here knows ${unknown}. Scan the tote again.`)
  const parcel = totes.find(({ kind }) => kind === 'parcel')
  if (parcel) return refused(`${parcel.barcode} is a parcel, no tote.`)
  const [first, ...others] = totes
  const loose = totes.find(({ orderNumber }) => orderNumber === null)
  if (!first || first.orderNumber === null || loose)
    return refused(`${loose?.barcode ?? 'The tote'} belongs to no order.`)
  const stranger = others.find(({ orderNumber }) => orderNumber !== first.orderNumber)
  if (stranger)
    return refused(
      `${stranger.barcode} is of order ${stranger.orderNumber}, ${first.barcode} of ${first.orderNumber}. Pack each order by itself.`,
    )
  return { outcome: 'pack', orderNumber: first.orderNumber }
}
