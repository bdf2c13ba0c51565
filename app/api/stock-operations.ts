import { z } from 'zod'
import { followedEventSchema } from '@/lib/downstream/schema'
import {
  countApprovalSchema,
  countLinesRequestSchema,
  countRejectionSchema,
  countRequestSchema,
  countStateSchema,
  ledgerPageSchema,
  stockCountPageSchema,
  stockCountSchema,
  stockFilterSchema,
  stockHistorySchema,
  stockImportSchema,
  stockListSchema,
  stockSchema,
} from '@/lib/inventory/schema'
import { everyone, listOf, type Operation, page } from './operation'

const site = z.string().min(1).max(64)
const sku = z.string().min(1).max(64)
const counting = { scope: 'events', roles: ['manager', 'picker'] } as const
const deciding = { scope: 'all', roles: ['manager'] } as const
const noCount = { description: 'No such count' }

export const showStockOperation = {
  id: 'showStock',
  method: 'GET',
  path: '/api/stock',
  summary: 'Stock of one SKU with its bins (`sku`), or of all SKUs of a site (`site`)',
  admits: { scope: 'read', roles: everyone },
  query: stockFilterSchema
    .extend({ ...page, sku: sku.optional(), site: site.optional() })
    .refine((query) => query.sku ?? query.site, { message: 'give `sku` or `site`', path: ['sku'] }),
  answers: {
    200: { description: 'One SKU or a page of them', schema: z.union([stockSchema, stockListSchema]) },
    404: { description: 'No such SKU, or no such site' },
  },
} as const satisfies Operation

export const listLedgerOperation = {
  id: 'listLedger',
  method: 'GET',
  path: '/api/stock/ledger',
  summary: 'The entries behind a quantity, of a SKU or of a bin, newest first',
  admits: { scope: 'read', roles: ['manager', 'support'] },
  query: z
    .object({
      ...page,
      sku: sku.optional(),
      bin: z.string().min(1).max(64).optional(),
      site: site.optional(),
      from: z.iso.datetime({ offset: true }).optional(),
      to: z.iso.datetime({ offset: true }).optional(),
    })
    .refine((query) => query.sku ?? query.bin, { message: 'give `sku` or `bin`', path: ['sku'] }),
  answers: { 200: { description: 'A page of the ledger', schema: ledgerPageSchema } },
} as const satisfies Operation

export const showStockHistoryOperation = {
  id: 'showStockHistory',
  method: 'GET',
  path: '/api/stock/history',
  summary: "A SKU's quantity at a site over the last hours or days",
  admits: { scope: 'read', roles: ['manager', 'support'] },
  query: z.object({
    sku,
    site,
    hours: z.coerce.number().int().min(1).max(168).optional(),
    days: z.coerce.number().int().min(1).max(366).optional(),
  }),
  answers: { 200: { description: 'Points, oldest first', schema: stockHistorySchema } },
} as const satisfies Operation

export const showStockEventOperation = {
  id: 'showStockEvent',
  method: 'GET',
  path: '/api/stock/events/{address}',
  summary:
    'One event as it was sent, in its newest version, what it changed and whom it went to; the ledger gives the address',
  admits: { scope: 'read', roles: ['manager', 'support'] },
  answers: {
    200: { description: 'The event', schema: followedEventSchema },
    404: { description: 'No such event' },
  },
} as const satisfies Operation

export const openCountOperation = {
  id: 'openCount',
  method: 'POST',
  path: '/api/counts',
  summary: 'Has a bin or a SKU counted',
  admits: counting,
  body: countRequestSchema,
  answers: {
    200: { description: 'It is being counted already: that count', schema: stockCountSchema },
    201: { description: 'The count', schema: stockCountSchema },
    404: { description: 'No such site, bin or SKU' },
  },
} as const satisfies Operation

export const listCountsOperation = {
  id: 'listCounts',
  method: 'GET',
  path: '/api/counts',
  summary: 'Counts, newest first',
  admits: { scope: 'read', roles: ['manager', 'picker'] },
  query: z.object({ ...page, site: site.optional(), state: countStateSchema.optional() }),
  answers: { 200: { description: 'A page of counts', schema: listOf(stockCountSchema) } },
} as const satisfies Operation

export const showCountOperation = {
  id: 'showCount',
  method: 'GET',
  path: '/api/counts/{id}',
  summary: 'One count and its lines; blind until it is finished',
  admits: { scope: 'read', roles: ['manager', 'picker'] },
  answers: { 200: { description: 'The count', schema: stockCountPageSchema }, 404: noCount },
} as const satisfies Operation

export const recordCountLinesOperation = {
  id: 'recordCountLines',
  method: 'POST',
  path: '/api/counts/{id}/lines',
  summary:
    'Tells what lay in its bins; a line sent twice is one line, a later one of the same bin and SKU counts',
  admits: counting,
  body: countLinesRequestSchema,
  answers: {
    200: { description: 'The count', schema: stockCountPageSchema },
    400: { description: 'A line is not of this count: `errors` names it' },
    404: noCount,
    409: { description: 'The count is finished' },
  },
} as const satisfies Operation

export const finishCountOperation = {
  id: 'finishCount',
  method: 'POST',
  path: '/api/counts/{id}/finish',
  summary:
    'Compares it with the book at the instant of each line. A finished count of a bin says that nothing else lies there',
  admits: counting,
  answers: {
    200: {
      description: '`approved`: recorded. `counted`: differences over the limit wait for a manager',
      schema: stockCountPageSchema,
    },
    404: noCount,
    409: { description: 'Nothing is counted yet, or the count is over' },
  },
} as const satisfies Operation

export const approveCountOperation = {
  id: 'approveCount',
  method: 'POST',
  path: '/api/counts/{id}/approve',
  summary: 'Records the differences over the limit',
  admits: deciding,
  body: countApprovalSchema,
  answers: {
    200: { description: 'The count', schema: stockCountPageSchema },
    404: noCount,
    409: { description: 'It does not wait for approval' },
  },
} as const satisfies Operation

export const rejectCountOperation = {
  id: 'rejectCount',
  method: 'POST',
  path: '/api/counts/{id}/reject',
  summary: 'Drops the differences over the limit: the book stays',
  admits: deciding,
  body: countRejectionSchema,
  answers: {
    200: { description: 'The count', schema: stockCountPageSchema },
    404: noCount,
    409: { description: 'It does not wait for approval' },
  },
} as const satisfies Operation

export const importStockOperation = {
  id: 'importStock',
  method: 'POST',
  path: '/api/stock/imports',
  summary:
    'Takes a CSV file (text/csv, 8 MiB) of stock events: type, sku or gtin, quantity; bin, toBin, lot, expiresOn, reason, observedAt, id',
  admits: { scope: 'events', roles: ['manager'] },
  query: z.object({ site }),
  answers: {
    202: { description: 'It is read in the background', schema: z.object({ id: z.string() }) },
    400: { description: 'The header is not right: which columns are missing or unknown' },
    413: { description: 'The file is too large' },
    415: { description: 'Not text/csv' },
  },
} as const satisfies Operation

export const listImportsOperation = {
  id: 'listImports',
  method: 'GET',
  path: '/api/stock/imports',
  summary: 'Imports of a site, newest first',
  admits: { scope: 'events', roles: ['manager'] },
  query: z.object({ ...page, site }),
  answers: { 200: { description: 'A page of imports', schema: listOf(stockImportSchema) } },
} as const satisfies Operation

export const showImportOperation = {
  id: 'showImport',
  method: 'GET',
  path: '/api/stock/imports/{id}',
  summary: 'How far an import is, and the lines it could not take',
  admits: { scope: 'events', roles: ['manager'] },
  answers: {
    200: { description: 'The import', schema: stockImportSchema },
    404: { description: 'No such import' },
  },
} as const satisfies Operation

export const stockOperations: Operation[] = [
  showStockOperation,
  listLedgerOperation,
  showStockHistoryOperation,
  showStockEventOperation,
  openCountOperation,
  listCountsOperation,
  showCountOperation,
  recordCountLinesOperation,
  finishCountOperation,
  approveCountOperation,
  rejectCountOperation,
  importStockOperation,
  listImportsOperation,
  showImportOperation,
]
