import { z } from 'zod'
import { binHistorySchema, binLevelsSchema, floorColumnsSchema, floorMapSchema } from '@/lib/floor/map-schema'
import { everyone, type Operation } from './operation'

const noSite = { description: 'No such site' }
const LONGEST_MS = 24 * 3_600_000

export const showMapOperation = {
  id: 'showMap',
  method: 'GET',
  path: '/api/sites/{site}/map',
  summary:
    'The hall of a site: zones, aisles, stations, what is blocked, and every bin with its place and size',
  admits: { scope: 'read', roles: everyone },
  query: z.object({
    /** `columns`: the bins as one list a member, a third of the bytes. */
    shape: z.enum(['objects', 'columns']).default('objects'),
  }),
  requestHeaders: {
    'If-None-Match': { description: 'The ETag of the map that is there already', required: false },
  },
  answers: {
    200: { description: 'The map, with its ETag', schema: z.union([floorMapSchema, floorColumnsSchema]) },
    304: { description: 'It is the one that is there already' },
    404: noSite,
  },
} as const satisfies Operation

export const showBinLevelsOperation = {
  id: 'showBinLevels',
  method: 'GET',
  path: '/api/sites/{site}/map/levels',
  summary:
    "What lies in each bin of the map, in the order of the map's bins; the socket message `bins` keeps it fresh",
  admits: { scope: 'read', roles: ['manager'] },
  answers: { 200: { description: 'Levels by bin, as columns', schema: binLevelsSchema }, 404: noSite },
} as const satisfies Operation

export const showBinHistoryOperation = {
  id: 'listBinChanges',
  method: 'GET',
  path: '/api/sites/{site}/map/changes',
  summary: 'What changed in which bin between two moments at most 24 hours apart, newest first',
  admits: { scope: 'read', roles: ['manager'] },
  query: z
    .object({ from: z.iso.datetime({ offset: true }), to: z.iso.datetime({ offset: true }) })
    .refine(({ from, to }) => Date.parse(from) <= Date.parse(to), {
      message: 'ends before it begins',
      path: ['to'],
    })
    .refine(({ from, to }) => Date.parse(to) - Date.parse(from) <= LONGEST_MS, {
      message: 'at most 24 hours after `from`',
      path: ['to'],
    }),
  answers: {
    200: {
      description: 'A page of changes, as columns; `nextTo` is the `to` of the next',
      schema: binHistorySchema,
    },
    404: noSite,
  },
} as const satisfies Operation

export const mapOperations: Operation[] = [showMapOperation, showBinLevelsOperation, showBinHistoryOperation]
