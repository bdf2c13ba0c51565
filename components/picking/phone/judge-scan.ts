import { gtin14Of } from '@/lib/catalog/rules/gs1-key'
import type { Scan, ScannedItem } from '@/lib/picking/rules/read-scan'
import type { Tour, TourStop } from '@/lib/picking/schema'

/** What is asked for at a stop, in this order. */
export type Step = 'bin' | 'item' | 'count' | 'tote'
export type Verdict = { ok: true; step: 'bin' | 'item' | 'tote' } | { ok: false; title: string; text: string }

const wrong = (title: string, text: string): Verdict => ({ ok: false, title, text })

const isItem = (stop: TourStop, { gtin, sku }: ScannedItem): boolean =>
  sku === stop.sku || (gtin !== undefined && gtin === gtin14Of(stop.gtin))

/**
 * Whether a scan is what the stop asks for now; what is wrong says what it is and what is needed instead.
 * @param today the site's date, YYYY-MM-DD
 */
export function judgeScan(scan: Scan, step: Step, stop: TourStop, tour: Tour, today: string): Verdict {
  switch (step) {
    case 'bin':
      if (scan.kind === 'bin' && scan.bin === stop.bin) return { ok: true, step }
      return wrong('Wrong bin', `This is ${nameOf(scan, tour)}. You need bin ${stop.bin}.`)
    case 'item':
    case 'count':
      if (scan.kind === 'item' && isItem(stop, scan)) return judgeGoods(scan, stop, today)
      return wrong('Wrong item', `This is ${nameOf(scan, tour)}. You need ${stop.name}.`)
    case 'tote':
      if (scan.kind === 'tote' && scan.tote === stop.tote) return { ok: true, step }
      return wrong('Wrong tote', `This is ${nameOf(scan, tour)}. It goes into ${toteWords(tour, stop.tote)}.`)
  }
}

/** The right item, if it is also the promised lot and still good. */
function judgeGoods({ lot, expiresOn }: ScannedItem, stop: TourStop, today: string): Verdict {
  if (expiresOn !== undefined && expiresOn < today)
    return wrong(
      'Out of date',
      `It was good until ${expiresOn}. Take another one, or say that there is none.`,
    )
  if (lot !== undefined && stop.lot !== undefined && lot !== stop.lot)
    return wrong('Wrong lot', `This is lot ${lot}. Lot ${stop.lot} goes first.`)
  return { ok: true, step: 'item' }
}

/** What a scan is, from what the phone knows of the tour; otherwise what stands on it. */
function nameOf(scan: Scan, tour: Tour): string {
  if (scan.kind === 'bin') return `bin ${scan.bin}`
  if (scan.kind === 'tote') return toteWords(tour, scan.tote)
  if (scan.kind === 'unknown') return scan.text === '' ? 'an empty label' : `“${scan.text}”`
  return tour.stops.find((stop) => isItem(stop, scan))?.name ?? `an item of no stop, ${scan.gtin ?? scan.sku}`
}

/** A tote by its place on the cart, which is read faster than its code. */
export function toteWords(tour: Tour, tote: string): string {
  const slot = tour.totes.find((one) => one.tote === tote)?.slot
  return slot === undefined ? `tote ${tote}` : `tote ${slot} (${tote})`
}
