import { z } from 'zod'
import { temperatureZoneSchema } from '@/lib/catalog/schema'

const units = z.number().int()
const moment = z.iso.datetime()
const site = z.string().min(1).max(64)
const sku = z.string().min(1).max(64)
const bin = z.string().min(1).max(64)
const lot = z.string().min(1).max(64)

/** The answer of `GET /api/stock?sku=`. */
export const stockSchema = z.object({
  sku: z.string(),
  name: z.string(),
  gtin: z.string(),
  department: z.string(),
  category: z.string(),
  temperatureZone: temperatureZoneSchema,
  onHand: units,
  held: units,
  available: units,
  /** Units that the floor took beyond the book, and nothing has brought since. */
  shortfall: units,
  bins: z.array(
    z.object({
      bin: z.string(),
      aisle: z.string(),
      level: units,
      xMetres: z.number(),
      yMetres: z.number(),
      onHand: units,
      held: units,
      shortfall: units,
      lot: z.string().optional(),
      expiresOn: z.iso.date().optional(),
    }),
  ),
})
export type Stock = z.infer<typeof stockSchema>

/** `out`: nothing available. `low`: some, but soon out. `short`: the floor took more than the book had. */
export const stockStateSchema = z.enum(['out', 'low', 'short', 'all'])
export type StockState = z.infer<typeof stockStateSchema>
export const stockSortSchema = z.enum(['sku', 'name', 'available', 'onHand', 'shortfall'])
export type StockSort = z.infer<typeof stockSortSchema>
export const directionSchema = z.enum(['asc', 'desc'])

/** What `GET /api/stock?site=` may be asked for, beside the page. */
export const stockFilterSchema = z.object({
  /** A SKU or its beginning, part of a name, or a whole GTIN. */
  query: z.string().trim().max(200).optional(),
  state: stockStateSchema.default('all'),
  temperatureZone: temperatureZoneSchema.optional(),
  /** Only these, apart by commas: a screen asks again for the rows that are in sight. */
  skus: z.string().max(8_000).optional(),
  sort: stockSortSchema.default('sku'),
  direction: directionSchema.default('asc'),
})

/** An item of `GET /api/stock?site=`. */
export const stockLevelSchema = z.object({
  sku: z.string(),
  name: z.string(),
  department: z.string(),
  category: z.string(),
  temperatureZone: temperatureZoneSchema,
  onHand: units,
  held: units,
  available: units,
  shortfall: units,
  /** How many bins have some of it. */
  bins: units,
  earliestExpiry: z.iso.date().nullable(),
  lastChangeAt: moment,
  version: z.number().int(),
})
export type StockLevel = z.infer<typeof stockLevelSchema>

/** The answer of `GET /api/stock?site=`; `counts` are of what `query` and `temperatureZone` find, in every state. */
export const stockListSchema = z.object({
  items: z.array(stockLevelSchema),
  nextCursor: z.string().nullable(),
  counts: z.object({ all: units, out: units, low: units, short: units }),
})
export type StockList = z.infer<typeof stockListSchema>

/** An item of `GET /api/stock/ledger`: what an event changed in a bin. */
export const ledgerItemSchema = z.object({
  id: z.string(),
  eventId: z.string(),
  source: z.string(),
  /** Where the event is: `GET /api/stock/events/{eventAddress}`. */
  eventAddress: z.string(),
  type: z.string(),
  /** When it was seen on the floor. */
  at: moment,
  recordedAt: moment,
  site: z.string(),
  sku: z.string(),
  bin: z.string(),
  lot: z.string().optional(),
  quantity: units,
  counted: units.optional(),
  /** What the book had of this SKU and lot in this bin once the entry was written; below zero is a shortfall. */
  balanceAfter: units,
  reason: z.string().optional(),
  orderNumber: z.string().optional(),
  traceId: z.string().nullable(),
})
export type LedgerItem = z.infer<typeof ledgerItemSchema>
export const ledgerPageSchema = z.object({
  items: z.array(ledgerItemSchema),
  nextCursor: z.string().nullable(),
})

/** The answer of `GET /api/stock/history`: the book's quantity of a SKU at a site at the end of each span. */
export const stockHistorySchema = z.object({
  points: z.array(z.object({ at: moment, onHand: units })),
})
export type StockHistory = z.infer<typeof stockHistorySchema>

/** The answer of `GET /api/stock/events/{eventAddress}`. */
export const stockEventSchema = z.object({
  id: z.string(),
  source: z.string(),
  type: z.string(),
  site: z.string(),
  sku: z.string(),
  observedAt: moment,
  recordedAt: moment,
  traceparent: z.string().nullable(),
  traceId: z.string().nullable(),
  /** The data as it was sent. */
  data: z.record(z.string(), z.unknown()),
  /** The same in the newest version of its type; null when it is the newest already. */
  upcast: z.object({ type: z.string(), data: z.record(z.string(), z.unknown()) }).nullable(),
  entries: z.array(
    z.object({
      bin: z.string(),
      lot: z.string().optional(),
      quantity: units,
      counted: units.optional(),
      at: moment,
    }),
  ),
})
export type StockEvent = z.infer<typeof stockEventSchema>

export const countStateSchema = z.enum(['open', 'counted', 'approved', 'rejected', 'cancelled'])
export type CountState = z.infer<typeof countStateSchema>

/** The body of `POST /api/counts`: a bin, a SKU in all its bins, or one SKU in one bin. */
export const countRequestSchema = z
  .strictObject({
    site,
    bin: bin.optional(),
    sku: sku.optional(),
    reason: z.string().trim().max(300).default(''),
  })
  .refine((count) => count.bin ?? count.sku, { message: 'give `bin` or `sku`', path: ['bin'] })
export type CountRequest = z.infer<typeof countRequestSchema>

/** The body of `POST /api/counts/{id}/lines`: what lay in a bin at an instant; sent again, it is the same line. */
export const countLinesRequestSchema = z
  .array(
    z.strictObject({
      operationId: z.string().min(1).max(100),
      bin,
      sku,
      lot: lot.optional(),
      quantity: units.min(0).max(1_000_000),
      at: z.iso.datetime({ offset: true }),
    }),
  )
  .min(1)
  .max(500)
export type CountLineRequest = z.infer<typeof countLinesRequestSchema>[number]

/** The body of `POST /api/counts/{id}/approve` and of `/reject`, which has to say why. */
export const countApprovalSchema = z.strictObject({ reason: z.string().trim().max(300).default('') })
export const countRejectionSchema = z.strictObject({ reason: z.string().trim().min(1).max(300) })

/** An item of `GET /api/counts`. */
export const stockCountSchema = z.object({
  id: z.string(),
  site: z.string(),
  bin: z.string().nullable(),
  sku: z.string().nullable(),
  /** Of the SKU, if it is a count of one. */
  name: z.string().nullable(),
  reason: z.string(),
  state: countStateSchema,
  openedAt: moment,
  openedBy: z.string(),
  finishedAt: moment.nullable(),
  finishedBy: z.string().nullable(),
  /** When and by whom its differences were approved or rejected; nobody decides on differences within the limit. */
  decidedAt: moment.nullable(),
  decidedBy: z.string().nullable(),
  decision: z.string().nullable(),
  lines: units,
  /** Units too many and too few, added up; null while it is counted, which is done blind. */
  differenceUnits: units.nullable(),
  version: z.number().int(),
})
export type StockCount = z.infer<typeof stockCountSchema>

/** The answer of `GET /api/counts/{id}`. `expected` and `difference` are null while it is counted: nobody is led. */
export const stockCountPageSchema = stockCountSchema.extend({
  items: z.array(
    z.object({
      bin: z.string(),
      sku: z.string(),
      name: z.string(),
      lot: z.string().nullable(),
      counted: units,
      at: moment,
      by: z.string(),
      expected: units.nullable(),
      difference: units.nullable(),
      /** Of the difference at the catalogue's price, in minor units of the site's currency. */
      differenceMinor: units.nullable(),
      /** `counted`: not compared yet. `waiting`: over the site's limit, a manager decides. */
      state: z.enum(['counted', 'waiting', 'owed', 'recorded', 'dropped']),
    }),
  ),
})
export type StockCountPage = z.infer<typeof stockCountPageSchema>

/** The answer of `GET /api/stock/imports/{id}`, and an item of the list. `rows` are those read so far. */
export const stockImportSchema = z.object({
  id: z.string(),
  site: z.string(),
  state: z.enum(['running', 'done', 'failed']),
  rows: units,
  /** Of the whole file, so that `rows` of it is a progress. */
  totalRows: units,
  accepted: units,
  duplicates: units,
  rejected: units,
  /** The first 200, by the line of the file they begin on. */
  badLines: z.array(z.object({ line: units, reason: z.string() })),
  /** Why it failed, in words. */
  error: z.string().nullable(),
  startedAt: moment,
  startedBy: z.string(),
  finishedAt: moment.nullable(),
})
export type StockImport = z.infer<typeof stockImportSchema>
