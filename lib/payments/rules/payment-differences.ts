import type { Difference, ListedMovement, MovementKind } from '../schema'

/** A movement of ours, as far as it is compared. */
export type OurMovement = {
  id: string
  orderNumber: string
  kind: MovementKind
  amountMinor: number
  currency: string
  state: 'owed' | 'done' | 'refused'
}

/**
 * Where our movements and the provider's list differ; `ours` has every movement whose id is in the list, too.
 * A charge that was released whole and that we never took up moved nothing: giving up an order closes its key so.
 */
export function paymentDifferences(
  ours: readonly OurMovement[],
  theirs: readonly ListedMovement[],
): Difference[] {
  const known = new Map(ours.map((one) => [one.id, one]))
  const listed = new Map(theirs.map((one) => [one.id, one]))
  const givenUp = new Set(
    theirs
      .filter(({ kind, orderNumber, amountMinor }) => {
        const charge = listed.get(`${orderNumber}/authorise`)
        return kind === 'void' && charge?.amountMinor === amountMinor && !known.has(charge.id)
      })
      .map(({ orderNumber }) => orderNumber),
  )
  const differences: Difference[] = []
  for (const movement of listed.values()) {
    const { id, orderNumber, kind, amountMinor, currency } = movement
    const mine = known.get(id)
    if (!mine && givenUp.has(orderNumber)) continue
    const about = { id, orderNumber, kind, currency, theirsMinor: amountMinor }
    if (!mine) differences.push({ ...about, difference: 'missing-here', oursMinor: null, ourState: null })
    // What a void releases is known only when it is done.
    else if (
      mine.currency !== currency ||
      (mine.amountMinor !== amountMinor && !(kind === 'void' && mine.state === 'owed'))
    )
      differences.push({
        ...about,
        difference: 'amounts-differ',
        oursMinor: mine.amountMinor,
        ourState: mine.state,
      })
    else if (mine.state !== 'done')
      differences.push({
        ...about,
        difference: 'state-differs',
        oursMinor: mine.amountMinor,
        ourState: mine.state,
      })
  }
  for (const { id, orderNumber, kind, amountMinor, currency, state } of ours)
    if (state === 'done' && amountMinor > 0 && !listed.has(id))
      differences.push({
        id,
        orderNumber,
        kind,
        currency,
        difference: 'missing-there',
        oursMinor: amountMinor,
        theirsMinor: null,
        ourState: state,
      })
  return differences
}

/**
 * Whether a difference may be mended without a person: the provider did what we do not know as done, and we agree about
 * the money. A charge is its order's to take up.
 */
export function isSafeToMend({ difference, kind }: Difference): boolean {
  return kind !== 'authorise' && (difference === 'missing-here' || difference === 'state-differs')
}
