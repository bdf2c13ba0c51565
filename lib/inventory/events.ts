import { z } from 'zod'
import { hasRightCheckDigit } from '@/lib/catalog/rules/check-digit'

type Optional = 'sku' | 'gtin' | 'bin' | 'toBin' | 'lot' | 'expiresOn' | 'reason' | 'note'
/** The data of an event as its newest version has it. */
export type Told = { site: string; observedAt: string; orderNumber?: string | null } & {
  quantity?: number
  change?: number
} & { [Field in Optional]?: string | null }

const MOST_UNITS = 1_000_000

/** The message of a field that is missing or wrong, in words for the floor. */
const asked =
  (name: string, must: string) =>
  ({ input }: { input?: unknown }) =>
    input === undefined || input === null ? `${name} is missing` : `${name} must be ${must}`

function text(name: string, most: number) {
  const error = asked(name, `text of 1 to ${most} characters`)
  return z.string({ error }).min(1, { error }).max(most, { error })
}

function whole(name: string, least: number, must: string) {
  const error = asked(name, must)
  return z.int({ error }).min(least, { error }).max(MOST_UNITS, { error })
}

const signed = (name: string) => {
  const error = asked(name, 'a whole number other than 0, at most 1,000,000 either way')
  return whole(name, -MOST_UNITS, 'a whole number other than 0, at most 1,000,000 either way')
    .refine((units) => units !== 0, { error })
    .meta({ not: { const: 0 } })
}

const gtinError = asked('gtin', 'a GTIN of 8, 12, 13 or 14 digits with its right check digit')
const someUnits = whole('quantity', 1, 'a whole number above 0, at most 1,000,000').describe('Units moved.')
const bin = text('bin', 64)
const toBin = text('toBin', 64)
const destination = 'Code of the bin where the units went.'
const reason = text('reason', 200).nullish().describe('Why, in words.')

/** What every event tells. A null is absent, as in CloudEvents; members that are not named here are kept and ignored. */
const told = {
  site: text('site', 64).describe('Id of the site where it happened.'),
  sku: text('sku', 64)
    .nullish()
    .describe('The article. Give this or `gtin`; the `subject` says the same SKU.'),
  gtin: z
    .string({ error: gtinError })
    .regex(/^(\d{8}|\d{12,14})$/, { error: gtinError })
    .refine(hasRightCheckDigit, { error: gtinError })
    .nullish()
    .describe('The article by its GTIN-8, -12, -13 or -14, check digit included.'),
  lot: text('lot', 64).nullish().describe('Lot or batch of the units.'),
  expiresOn: z.iso
    .date({ error: asked('expiresOn', 'a date as in 2026-12-31') })
    .nullish()
    .describe('Last day on which the units may be sold.'),
  observedAt: z.iso
    .datetime({
      offset: true,
      error: asked('observedAt', 'a time with its offset, as in 2026-11-21T09:30:00+01:00'),
    })
    .describe(
      'When it was seen on the floor (RFC 3339 with offset): not before 2000, at most 10 minutes ahead of us.',
    ),
}
const at = bin.nullish().describe('Code of the bin; without one the units go to the dock.')
const from = bin
  .nullish()
  .describe('Code of the bin; without one the units are taken from any, first expired first out.')

function event(name: string, version: number, meaning: string, fields: z.ZodRawShape) {
  const data = z
    .object({ ...told, ...fields })
    .refine((given) => given.sku != null || given.gtin != null, { error: 'sku or gtin is missing' })
    .meta({
      description: meaning,
      anyOf: ['sku', 'gtin'].map((key) => ({ required: [key], properties: { [key]: { type: 'string' } } })),
    })
  // The shapes differ; what they have in common, and all that is read of them, is this.
  return {
    type: `stowline.inventory.${name}`,
    version,
    direction: 'in' as const,
    data: data as unknown as z.ZodType<Told>,
  }
}

const usual = { quantity: someUnits, reason }
const adjustedReasons = ['damage', 'theft', 'found', 'data-entry', 'expired', 'other'] as const
const reasonError = asked('reason', `one of ${adjustedReasons.join(', ')}`)

/** Every type of inventory event that Stowline takes, in every version: the one list behind reading, docs and schemas. */
export const inventoryEventTypes = [
  event('received', 1, 'Units came into the house.', { ...usual, bin: at }),
  event('stowed', 1, 'Units went from the dock, or from `bin` when `toBin` is given, to their place.', {
    ...usual,
    bin: bin.describe('Code of the bin they were stowed in; with `toBin`, the one they left.'),
    toBin: toBin.nullish().describe(destination),
  }),
  event('moved', 1, 'Units went from `bin` to `toBin`.', {
    ...usual,
    bin: bin.describe('Code of the bin that the units left.'),
    toBin: toBin.describe(destination),
  }),
  event('picked', 1, 'Units were taken for an order.', { ...usual, bin: from }),
  event('picked', 2, "Units were taken for an order, whose hold they use up, or for nobody's.", {
    ...usual,
    bin: from,
    orderNumber: text('orderNumber', 64)
      .nullable()
      .describe('The order they were picked for, null when for none.'),
  }),
  event('sold', 1, 'Units left over the counter.', { ...usual, bin: from }),
  event('wasted', 1, 'Units were thrown away.', { ...usual, bin: from }),
  event('returned', 1, 'Units came back from a customer.', { ...usual, bin: at }),
  event('adjusted', 1, 'The book was wrong by `quantity` units.', {
    quantity: signed('quantity').describe('Units found (above 0) or missing (below 0).'),
    reason,
    bin: bin
      .nullish()
      .describe('Code of the bin; without one found units go to the dock, missing ones leave any.'),
  }),
  event('adjusted', 2, 'The book was wrong by `change` units, for a named reason.', {
    change: signed('change').describe('Units found (above 0) or missing (below 0).'),
    reason: z.enum(adjustedReasons, { error: reasonError }).describe('Why the book was wrong.'),
    note: text('note', 500).nullish().describe('More, in words.'),
    bin: bin
      .nullish()
      .describe('Code of the bin; without one found units go to the dock, missing ones leave any.'),
  }),
  event('counted', 1, 'So many units, all of them, lay in the bin at `observedAt`.', {
    quantity: whole('quantity', 0, 'a whole number from 0 to 1,000,000').describe('Units seen.'),
    reason,
    bin: bin.describe('Code of the bin that was counted.'),
  }),
]

export const inventoryKinds = [
  'received',
  'stowed',
  'moved',
  'picked',
  'sold',
  'wasted',
  'returned',
  'adjusted',
  'counted',
] as const
export type InventoryKind = (typeof inventoryKinds)[number]

/** What an event tells, in its newest version: the same shape for every kind. `quantity` is signed for `adjusted` only. */
export type InventoryFact = {
  source: string
  id: string
  /** As sent, with its version; `data` too is as it was sent. */
  type: string
  subject?: string
  kind: InventoryKind
  site: string
  sku?: string
  /** In the thirteen digits of the catalogue; fourteen when it names a case of several. */
  gtin?: string
  quantity: number
  bin?: string
  toBin?: string
  lot?: string
  expiresOn?: string
  reason?: string
  note?: string
  /** The order whose hold a pick uses up, null when none. */
  orderNumber?: string | null
  observedAt: string
  data: Record<string, unknown>
  traceparent?: string
}

/** Source of the events that confirmed stows are told by; their id is the stow's and the confirmation's. */
export const STOW_SOURCE = 'stowline/stow'

/** A file of stock events waits to be read. */
export const stockFileReceived = 'inventory/stock-file.received'
export const stockFileEventSchema = z.object({ id: z.uuid(), site: z.string() })

/** What a screen hears when stock of a SKU has changed; the id is the SKU, or `*` for many. */
export const stockChanged = 'inventory/stock.changed'

/** The floor took more than the book has: somebody has to count. Later stock may pay it back before anybody does. */
export const discrepancyFound = 'inventory/discrepancy.found'
export const discrepancyFoundSchema = z.object({
  discrepancy: z.string(),
  site: z.string(),
  sku: z.string(),
  /** Null: taken from anywhere while nothing was anywhere, so all bins of the SKU are in question. */
  bin: z.string().nullable(),
  lot: z.string(),
  quantity: z.number().int(),
})

/** Units held for an order turned out not to be there, and no other bin has them. */
export const holdLost = 'inventory/hold.lost'
export const holdLostSchema = z.object({
  site: z.string(),
  orderNumber: z.string(),
  lineNumber: z.number().int(),
  sku: z.string(),
  quantity: z.number().int(),
})

/** The queue under which events that were not taken lie among the dead letters. */
export const inventoryEventsQueue = 'inventory-events'

/** A rejected event is to be tried again from its dead letter, perhaps put right. */
export const eventRedriven = 'inventory/event.redriven'
export const eventRedrivenSchema = z.object({
  /** The letter's key and this replay's death, if it comes to that. */
  key: z.string(),
  death: z.string(),
  event: z.record(z.string(), z.unknown()),
})
