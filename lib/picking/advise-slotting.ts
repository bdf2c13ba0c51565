import { db } from '@/lib/platform/db'
import { announce } from '@/lib/platform/realtime'
import { readSlottingAdvice } from './read-slotting-advice'
import { readSlottingFacts, type SlottingDay } from './read-slotting-facts'
import type { AdvisedMove, MoveAdvice } from './rules/advise-moves'
import { becauseOfMove } from './rules/because-of-move'
import type { SpreadBins } from './rules/spread-bins'
import type { SlottingAdvice, SpaceWish, Spread, StoredMove, Transfer } from './slotting-schema'
import { thinkAside } from './think-aside'

const LIMIT_MS = 20_000

type Asked = { now: Date; limitMs?: number; wishes?: readonly SpaceWish[] }

/**
 * Which items to move where, proved on the orders of a day, and stored: computed again for the same day it replaces what nobody
 * has decided about. Nothing to advise, and no orders, are advice too.
 * @param day in the site's time zone, YYYY-MM-DD
 * @param wishes items that deserve more or fewer bins, what is needed most first
 */
export async function adviseSlotting(
  site: string,
  day: string,
  { now, limitMs = LIMIT_MS, wishes = [] }: Asked,
): Promise<SlottingAdvice> {
  const startedMs = performance.now()
  const read = await readSlottingFacts(site, day, wishes)
  const thought = read
    ? await thinkAside('moves', { facts: read.facts, limitMs })
    : { advice: null, isComplete: true }
  const { advice, isComplete } = thought
  const moves = read && advice ? advice.moves.map((move) => storedMove(move, advice, read)) : []
  const result = {
    elapsedMs: Math.round(performance.now() - startedMs),
    isComplete,
    orders: advice?.tours ?? 0,
    beforeMetres: advice?.beforeMetres ?? 0,
    afterMetres: advice?.afterMetres ?? 0,
    spread: read && advice ? advice.spread.map((one) => storedSpread(one, read)) : [],
  }
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('slotting ' || ${site}, 0))`
    const siteId_day = { siteId: site, day: new Date(day) }
    const told = { computedAt: now, result }
    await tx.slottingAdvice.upsert({
      where: { siteId_day },
      update: told,
      create: { ...siteId_day, ...told },
    })
    await tx.slottingMove.deleteMany({ where: { ...siteId_day, state: 'proposed' } })
    await tx.slottingMove.createMany({
      data: moves.map((move, seq) => ({ ...siteId_day, seq, move: { ...move } })),
    })
  })
  announce({ site, topic: 'picks', event: 'picking/slotting.advised', id: day, version: now.getTime() })
  const stored = await readSlottingAdvice(site, day)
  if (!stored) throw new Error(`the advice for ${site} on ${day} is gone`)
  return stored
}

const storedSpread = ({ wish, near }: SpreadBins, { names, spots }: SlottingDay): Spread => ({
  ...{ sku: wish.sku, name: names.get(wish.sku) ?? wish.sku },
  ...{ bins: wish.bins, advisedBins: wish.advisedBins, because: wish.because },
  near: near.flatMap((bin) => spots.get(bin) ?? []),
})

function storedMove(
  move: AdvisedMove,
  { tours }: MoveAdvice,
  { facts, names, spots, placeOf }: SlottingDay,
): StoredMove {
  const spot = (bin: string) => spots.get(bin) ?? { bin, xMetres: 0, yMetres: 0 }
  const transfers = move.transfers.map(({ line, to }): Transfer => {
    const { sku, lot, expiresOn, freeUnits: quantity } = line
    const name = names.get(sku) ?? sku
    return { sku, name, lot, expiresOn, quantity, from: spot(line.bin), to: spot(to) }
  })
  const main = move.transfers.at(-1)
  const from = placeOf(main?.line.bin ?? '')
  const to = placeOf(main?.to ?? '')
  const { savedMetres, costMetres, lastsDays } = move
  return {
    ...{ transfers, savedMetres, costMetres, lastsDays, tours: move.tours },
    paysBackDays: savedMetres > 0 ? costMetres / savedMetres : null,
    frees: move.frees?.bin ?? null,
    because: from && to ? becauseOfMove(move, tours, facts, { from, to }) : '',
  }
}
