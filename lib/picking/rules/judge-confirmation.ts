import type { Confirmation, ConflictReason } from '../schema'

/** What is known of the stop that a confirmation names, at the moment of judging. */
export type JudgedStop = {
  bin: string
  sku: string
  gtin: string
  name: string
  orderNumber: string
  quantity: number
  picked: number
  state: 'open' | 'picked' | 'short' | 'cancelled'
  isOrderCancelled: boolean
  /** Whoever walks for this order now, when it is not this tour. */
  takenBy: string | null
}

export type Judgement =
  | { outcome: 'recorded' }
  | { outcome: 'conflict'; reason: ConflictReason; says: string }

const conflict = (reason: ConflictReason, says: string): Judgement => ({ outcome: 'conflict', reason, says })

/** Whether a pick counts, and if not, what is wrong and what to do about it. */
export function judgeConfirmation(told: Confirmation, stop: JudgedStop | undefined): Judgement {
  if (!stop) return conflict('unknown-stop', `Stop ${told.seq} is not on this tour. Take the tour again.`)
  const back = `Put ${told.quantity} × ${stop.name} back into ${told.bin}.`
  if (stop.isOrderCancelled || stop.state === 'cancelled')
    return conflict('order-cancelled', `Order ${stop.orderNumber} was cancelled. ${back}`)
  if (stop.state === 'picked' || stop.state === 'short')
    return conflict(
      'already-picked',
      `This stop is done: ${stop.picked} of ${stop.quantity} lie in the tote. ${back}`,
    )
  if (stop.takenBy !== null)
    return conflict('not-yours', `${stop.takenBy} picks order ${stop.orderNumber} now. ${back}`)
  if (told.bin !== stop.bin)
    return conflict('wrong-bin', `This is ${told.bin}, the stop is at ${stop.bin}. ${back}`)
  if (told.sku !== stop.sku && told.sku !== stop.gtin)
    return conflict(
      'wrong-item',
      `This is ${told.sku}, wanted is ${stop.name} (${stop.sku}). Put it back into ${told.bin}.`,
    )
  const left = stop.quantity - stop.picked
  if (told.quantity > left)
    return conflict(
      'too-many',
      `Only ${left} ${left === 1 ? 'is' : 'are'} wanted here, not ${told.quantity}. Take ${left} and confirm again.`,
    )
  return { outcome: 'recorded' }
}
