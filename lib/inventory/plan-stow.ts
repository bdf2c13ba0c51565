import { randomUUID } from 'node:crypto'
import { gtin13Of } from '@/lib/catalog/rules/gs1-key'
import { announceStock } from './announce-stock'
import { findStow } from './find-stow'
import { type Candidate, lookForRoom, type View, type Wanted } from './look-for-room'
import { reserveRoom } from './reserve-room'
import { type BinChoice, rankBins } from './rules/choose-bin'
import { type Stow, type StowRequest, stowSchema } from './stow-schema'

type Product = NonNullable<View['product']>

export type Planning =
  | { outcome: 'planned' | 'planned-already'; stow: Stow }
  | { outcome: 'unknown-item' }
  /** The same operation asked for something else. */
  | { outcome: 'another-stow'; stow: Stow }
  | {
      outcome: 'no-room'
      why: 'no-such-zone' | 'too-big' | 'too-heavy' | 'full'
      fits: number
      product: Product
    }

/** A delivery is put away within half an hour, or its room is worth more to others. */
const KEPT_MS = 30 * 60_000
/** 60 bins of any sane hall have a place for a load; the wider looks are for a full one. */
const LOOKS = [60, 600, 'all', 'all', 'all'] as const
/** More than are needed are offered, because somebody else may be filling the first of them. */
const SPARE_CHOICES = 20
/** Room was taken, and the ledger is as it was. */
const NO_EVENT = 0

/**
 * Random stow: chooses bins for units of an item and keeps their room for half an hour, all units or none. Asked twice with
 * one operation it is one stow. Two round trips: a look at some bins by chance and without a lock, then the taking of room,
 * which looks again at each bin under its lock; whoever comes too late for all of them looks again, further.
 */
export async function planStow(
  request: StowRequest,
  askedBy: string,
  now: Date,
  random: () => number = Math.random,
): Promise<Planning> {
  const wanted = wantedOf(request)
  let fits = 0
  let last: View | undefined
  for (const bins of LOOKS) {
    const view = await lookForRoom(wanted, bins, random)
    if (view.stowId !== null) return asBefore(view.stowId, request, view.product?.sku)
    if (!view.product) return { outcome: 'unknown-item' }
    last = view
    const item = { ...view.product, units: wanted.quantity }
    const choices = enoughOf(rankBins(view.candidates, item, random), wanted.quantity)
    fits = choices.reduce((sum, { units }) => sum + units, 0)
    if (fits < wanted.quantity) {
      if (bins === 'all') break
      continue
    }
    const kept = {
      stowId: randomUUID(),
      sku: item.sku,
      askedBy,
      keptUntil: new Date(now.getTime() + KEPT_MS),
    }
    const reserved = await reserveRoom({ ...wanted, ...kept }, choices)
    if ('placed' in reserved) fits = reserved.placed
    else if (!reserved.isNew) return asBefore(reserved.stowId, request, item.sku)
    else {
      announceStock(wanted.site, { skus: [], bins: reserved.loads.map(({ binId }) => binId) }, NO_EVENT)
      return { outcome: 'planned', stow: stowOf(wanted, item, kept, choices, reserved.loads) }
    }
  }
  if (!last?.product) throw new Error('a stow that was never looked at')
  return { outcome: 'no-room', why: whyNot(last.candidates, last.product), fits, product: last.product }
}

function wantedOf({ site, sku, gtin, quantity, lot, expiresOn, operationId }: StowRequest): Wanted {
  return {
    ...{ site, sku, quantity, lot: lot ?? '', expiresOn: expiresOn ?? null },
    gtin: gtin === undefined ? undefined : (gtin13Of(gtin) ?? ''),
    operationId: operationId ?? randomUUID(),
  }
}

function enoughOf(choices: BinChoice<Candidate>[], quantity: number): BinChoice<Candidate>[] {
  let units = 0
  const needed = choices.findIndex((choice) => {
    units += choice.units
    return units >= quantity
  })
  return needed === -1 ? choices : choices.slice(0, needed + 1 + SPARE_CHOICES)
}

async function asBefore(stowId: string, request: StowRequest, sku: string | undefined): Promise<Planning> {
  const stow = await findStow(stowId)
  if (!stow) throw new Error(`stow ${stowId} is gone`)
  const isSame =
    stow.sku === sku &&
    stow.quantity === request.quantity &&
    stow.lot === request.lot &&
    stow.expiresOn === request.expiresOn
  return { outcome: isSame ? 'planned-already' : 'another-stow', stow }
}

function whyNot(candidates: Candidate[], item: Product): 'no-such-zone' | 'too-big' | 'too-heavy' | 'full' {
  const open = candidates.filter(({ isOpen }) => isOpen)
  if (open.length === 0) return 'no-such-zone'
  if (open.every(({ volumeMl }) => volumeMl < item.unitVolumeMl)) return 'too-big'
  if (open.every(({ maxWeightGrams }) => maxWeightGrams < item.unitWeightGrams)) return 'too-heavy'
  return 'full'
}

function stowOf(
  { site, operationId, quantity, lot, expiresOn }: Wanted,
  { sku, name }: Product,
  { stowId, keptUntil }: { stowId: string; keptUntil: Date },
  choices: BinChoice<Candidate>[],
  loads: { loadId: string; binId: number; quantity: number }[],
): Stow {
  const chosen = new Map(choices.map((choice) => [choice.bin.id, choice]))
  // Parsed, its members come in the order in which they come later, when the same is asked again.
  return stowSchema.parse({
    ...{ stowId, operationId, site, sku, name, quantity },
    ...(lot === '' ? {} : { lot }),
    ...(expiresOn === null ? {} : { expiresOn }),
    keptUntil: keptUntil.toISOString(),
    bins: loads.flatMap(({ loadId, binId, quantity }) => {
      const choice = chosen.get(binId)
      if (!choice) return []
      const { code, aisle, side, bay, level, xMetres, yMetres } = choice.bin
      const place = { bin: code, aisle, side, bay, level, xMetres, yMetres }
      return [{ loadId, quantity, state: 'open', because: choice.because, ...place }]
    }),
  })
}
