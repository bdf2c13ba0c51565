import { z } from 'zod'
import {
  calendarPageSchema,
  calendarSchema,
  demandFormatSchema,
  demandImportSchema,
  demandPageSchema,
  forecastPageSchema,
} from '@/lib/replenishment/schema'
import { type Operation, page } from './operation'

const site = z.string().min(1).max(64)
const sku = z.string().min(1).max(64)
const reading = { scope: 'read', roles: ['manager'] } as const
const days = { from: z.iso.date().optional(), to: z.iso.date().optional() }
const LIMIT_BYTES = 8 * 1024 * 1024

export const listDemandOperation = {
  id: 'listDemand',
  method: 'GET',
  path: '/api/demand',
  summary:
    "What was wanted of a SKU at a site, by the site's own days, oldest first, `from` and `to` in it; a day that is missing had nothing to say: nothing was wanted, and something was there",
  admits: reading,
  query: z.object({ site, sku, ...days }),
  answers: { 200: { description: 'The days', schema: demandPageSchema } },
} as const satisfies Operation

export const importDemandOperation = {
  id: 'importDemand',
  method: 'POST',
  path: '/api/demand',
  summary:
    'Brings along the history of another system as CSV with a header: sku, day, and any of ordered, sold, refused, shorted, outOfStockMinutes, revenueMinor (units and minor units as `GET /api/demand` has them). Days before the site worked with Stowline only; sent again, they are replaced',
  admits: { scope: 'all', roles: ['manager'] },
  bytes: { contentTypes: ['text/csv'], limitBytes: LIMIT_BYTES },
  query: z.object({ site }),
  answers: {
    200: { description: 'How many days were kept, and which lines were not', schema: demandImportSchema },
    422: { description: 'The file is no CSV with these columns' },
  },
} as const satisfies Operation

export const exportDemandOperation = {
  id: 'exportDemand',
  method: 'GET',
  path: '/api/export/demand',
  summary:
    'Demand of all SKUs of a site as a file, by day and SKU: site, sku, day (DATE), ordered, sold, refused, shorted, outOfStockMinutes (INT32), revenueMinor (INT64), isImported (BOOLEAN), meant as `GET /api/demand` says of each',
  admits: reading,
  query: z.object({ site, ...days, format: demandFormatSchema.default('csv') }),
  answers: {
    200: {
      description: 'The file: CSV or Parquet',
      contentTypes: ['text/csv', 'application/vnd.apache.parquet'],
    },
  },
} as const satisfies Operation

export const listForecastsOperation = {
  id: 'listForecasts',
  method: 'GET',
  path: '/api/forecasts',
  summary: 'What will be wanted in the next 28 days, of one SKU (`sku`) or of all of a site, by SKU',
  admits: reading,
  query: z.object({ ...page, site, sku: sku.optional() }),
  answers: { 200: { description: 'A page of forecasts', schema: forecastPageSchema } },
} as const satisfies Operation

export const readCalendarOperation = {
  id: 'readCalendar',
  method: 'GET',
  path: '/api/calendar',
  summary: 'Holidays, promotions and closed days of a site, oldest first',
  admits: reading,
  query: z.object({ site, ...days }),
  answers: { 200: { description: 'The days, and what such days do to demand', schema: calendarPageSchema } },
} as const satisfies Operation

export const setCalendarOperation = {
  id: 'setCalendar',
  method: 'PUT',
  path: '/api/calendar',
  summary:
    'Says of days that they are a holiday, a promotion or closed, or ordinary again (`kind` null); the others stay. What a kind does to demand is learnt from the days before; a closed day wants nothing',
  admits: { scope: 'all', roles: ['manager'] },
  query: z.object({ site }),
  body: calendarSchema,
  answers: { 200: { description: 'All days; the next forecast knows them', schema: calendarPageSchema } },
} as const satisfies Operation

export const demandOperations: Operation[] = [
  readCalendarOperation,
  setCalendarOperation,
  listDemandOperation,
  importDemandOperation,
  exportDemandOperation,
  listForecastsOperation,
]
