import type { OrderSummary, Step } from '@/lib/orders/schema'
import type { TimelineEntry } from '../schema'
import { type BeltFacts, beltEntries } from './belt-entries'

/** What picking did for an order. */
type PickFacts = {
  createdAt: Date
  lineCount: number
  tours: {
    picker: string
    startedAt: string
    endedAt: string | null
    endReason: string | null
    totes: string[]
    open: number
  }[]
  stops: {
    at: string
    bin: string
    name: string
    tote: string
    picker: string
    quantity: number
    picked: number
    reason: string | null
    released: number
  }[]
}

export type TimelineFacts = {
  order: OrderSummary
  closedAt: Date | null
  payment: { state: string; provider: string; reference: string; createdAt: Date } | null
  bins: { bin: string; sku: string; quantity: number }[]
  mails: { toAddress: string; subject: string; sentAt: Date | null }[]
  picks: PickFacts | null
  belt: BeltFacts
}

/** Everything that happened to an order, oldest first, told from the rows it left. */
export function orderTimeline(facts: TimelineFacts): TimelineEntry[] {
  const { order, payment, picks } = facts
  const entries: (TimelineEntry | false | null)[] = [
    {
      at: order.createdAt,
      kind: 'order',
      text: `Order received: ${units(order.unitCount)} in ${lines(order.lineCount)}`,
    },
    order.status !== 'refused' && { at: order.createdAt, kind: 'stock', text: heldText(facts) },
    payment && {
      at: payment.createdAt.toISOString(),
      kind: 'payment',
      text: `Payment ${payment.state} by ${payment.provider} (${payment.reference})`,
    },
    order.placedAt !== null && {
      at: order.placedAt,
      kind: 'order',
      text: 'Order placed: charged, held and saved',
    },
    facts.closedAt && { at: facts.closedAt.toISOString(), kind: 'order', text: closedText(order) },
    picks && {
      at: picks.createdAt.toISOString(),
      kind: 'pick',
      text: `Warehouse notified: pick list with ${lines(picks.lineCount)}`,
    },
    ...(picks ? pickEntries(picks) : []),
    ...beltEntries(facts.belt),
    ...facts.mails.map(
      (mail) =>
        mail.sentAt && {
          at: mail.sentAt.toISOString(),
          kind: 'mail' as const,
          text: `Mail to ${mail.toAddress}: ${mail.subject}`,
        },
    ),
    ...order.steps.map(doneText),
  ]
  return entries.filter((entry) => entry !== false && entry !== null).sort((a, b) => a.at.localeCompare(b.at))
}

// The mail and the pick list speak for their steps; what is left are the recommendations.
function doneText(step: Step): TimelineEntry | null {
  if (step.kind !== 'recommendations' || step.state !== 'done' || !step.finishedAt) return null
  return { at: step.finishedAt, kind: 'order', text: 'Recommendations brought up to date' }
}

function pickEntries({ tours, stops }: PickFacts): TimelineEntry[] {
  const tell = (at: string, text: string): TimelineEntry => ({
    at: new Date(at).toISOString(),
    kind: 'pick',
    text,
  })
  const totes = new Map<string, { at: string; units: number; bins: Set<string>; picker: string }>()
  for (const { tote, at, picked, bin, picker } of stops) {
    if (picked === 0) continue
    const before = totes.get(tote) ?? { at, units: 0, bins: new Set<string>(), picker }
    totes.set(tote, { ...before, at, units: before.units + picked, bins: before.bins.add(bin) })
  }
  return [
    ...tours.map(({ picker, startedAt, totes }) =>
      tell(startedAt, `On a tour of ${picker}, in ${totes.join(', ')}`),
    ),
    ...[...totes].map(([tote, { at, units: picked, bins, picker }]) =>
      tell(
        at,
        `${picker} picked ${units(picked)} from ${bins.size === 1 ? '1 bin' : `${bins.size} bins`} into ${tote}`,
      ),
    ),
    ...stops.flatMap((stop) =>
      stop.reason === null ? [] : tell(stop.at, shortText({ ...stop, reason: stop.reason })),
    ),
    ...tours.flatMap(({ endedAt, endReason, open }) =>
      endedAt !== null && endReason !== null && open > 0
        ? tell(
            endedAt,
            `Tour ended with ${open === 1 ? '1 stop' : `${open} stops`} of this order left: ${endReason}`,
          )
        : [],
    ),
  ]
}

function shortText(stop: PickFacts['stops'][number] & { reason: string }): string {
  const { picker, picked, quantity, name, bin, reason, released } = stop
  const rest = released > 0 ? `${released} nowhere to be had` : 'the rest comes from another bin'
  return `${picker} found ${picked} of ${quantity} x ${name} in ${bin} (${reason}): ${rest}`
}

function heldText({ order, bins, picks }: TimelineFacts): string {
  if (bins.length === 0 && picks?.stops.length)
    return `Stock was held for ${units(order.unitCount)}, since picked`
  if (bins.length === 0) return `Stock was held for ${units(order.unitCount)}, since released`
  return `Stock held: ${bins.map((bin) => `${bin.quantity} x ${bin.sku} in ${bin.bin}`).join(', ')}`
}

function closedText(order: OrderSummary): string {
  if (order.status === 'refused') return 'Order refused: not enough stock, nothing held or charged'
  if (order.status === 'declined') return 'Card declined: stock released, nothing charged'
  return 'Order cancelled: stock released, nothing charged'
}

const units = (count: number): string => (count === 1 ? '1 unit' : `${count} units`)
const lines = (count: number): string => (count === 1 ? '1 line' : `${count} lines`)
