import { expectBoxes } from './expect-boxes'
import { PACKING } from './parcel-schema'

export type Tote = { tote: string; orderNumber: string; tourId: string }

/** Announces totes of tours: they go to be packed. What somebody has announced otherwise meanwhile stays so. */
export function expectTotes(site: string, totes: readonly Tote[]): Promise<{ changed: number }> {
  const boxes = totes.map(({ tote, orderNumber, tourId }) => ({
    ...{ barcode: tote, kind: 'tote' as const, destination: PACKING, orderNumber, tourId },
  }))
  return expectBoxes(site, boxes, { corrects: false })
}
