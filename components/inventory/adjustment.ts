export const ADJUST_REASONS = ['damage', 'theft', 'found', 'data-entry', 'expired', 'other'] as const
export type AdjustReason = (typeof ADJUST_REASONS)[number]

type Adjustment = {
  /** The event's own id: sent again with it, the event is the same event. */
  id: string
  /** Who says so: `person:7` becomes the source `stowline/people/7`. */
  actor: string
  site: string
  sku: string
  change: number
  bin: string | null
  lot: string | null
  reason: AdjustReason
  note: string
  observedAt: string
}

/** A person's correction of the book, as the CloudEvent that every other one is. */
export function adjustmentEvent({
  id,
  actor,
  site,
  sku,
  change,
  bin,
  lot,
  reason,
  note,
  observedAt,
}: Adjustment) {
  return {
    specversion: '1.0',
    id,
    source: `stowline/people/${actor.replace(/^person:/, '')}`,
    type: 'stowline.inventory.adjusted.v2',
    subject: sku,
    time: observedAt,
    datacontenttype: 'application/json',
    data: {
      site,
      sku,
      change,
      ...(bin ? { bin } : {}),
      ...(lot ? { lot } : {}),
      reason,
      ...(note ? { note } : {}),
      observedAt,
    },
  }
}

/** A change as it is typed: "-3", "+3", "3", with the typographic minus too; null when it is none or nothing. */
export function readChange(text: string): number | null {
  const change = Number(text.trim().replace('−', '-'))
  return text.trim() !== '' && Number.isSafeInteger(change) && change !== 0 ? change : null
}
