import { z } from 'zod'
import {
  itemOutlookSchema,
  itemSimulationSchema,
  reorderDecidedSchema,
  reorderDecisionsSchema,
  reorderListSchema,
  reorderStateSchema,
  sendReordersSchema,
  sentOrdersSchema,
  simulationRequestSchema,
  suggestedSchema,
} from '@/lib/replenishment/reorder-schema'
import { runningOutListSchema } from '@/lib/replenishment/running-out-schema'
import { spaceListSchema } from '@/lib/replenishment/space-schema'
import {
  listedTermSchema,
  supplyTermChangeSchema,
  supplyTermListSchema,
  TERM_COLUMNS,
  termImportSchema,
} from '@/lib/replenishment/supply-schema'
import { type Operation, page } from './operation'

const reading = { scope: 'read', roles: ['manager'] } as const
const managing = { scope: 'all', roles: ['manager'] } as const
const site = z.string().min(1).max(64)
const noSite = { description: 'No such site' }
const noItem = { description: 'No such site, or no such SKU in the catalogue' }
const notPacks = { description: 'A quantity is not whole packs; nothing is changed' }

export const listReordersOperation = {
  id: 'listReorders',
  method: 'GET',
  path: '/api/replenishment',
  summary: 'What to order, or what was, in one state: what runs out first on top',
  admits: reading,
  query: z.object({
    ...page,
    site,
    state: reorderStateSchema.default('proposed'),
    supplier: z.string().max(100).optional(),
    department: z.string().max(100).optional(),
  }),
  answers: { 200: { description: 'A page of it', schema: reorderListSchema }, 404: noSite },
} as const satisfies Operation

export const suggestReordersOperation = {
  id: 'suggestReorders',
  method: 'POST',
  path: '/api/replenishment',
  summary: 'Proposes anew what to order today; what was decided stays as it is',
  admits: managing,
  query: z.object({ site }),
  answers: {
    200: {
      description: 'How many SKUs were judged, and how many are to be ordered',
      schema: suggestedSchema,
    },
    404: noSite,
  },
} as const satisfies Operation

export const showItemOutlookOperation = {
  id: 'showItemOutlook',
  method: 'GET',
  path: '/api/replenishment/{sku}',
  summary: 'What the rule of reordering says of a SKU now, by which terms, and what of it is on its way',
  admits: reading,
  query: z.object({ site }),
  answers: { 200: { description: 'The outlook', schema: itemOutlookSchema }, 404: noItem },
} as const satisfies Operation

export const decideReordersOperation = {
  id: 'decideReorders',
  method: 'POST',
  path: '/api/replenishment/decisions',
  summary: 'Approves proposals with another quantity if need be, dismisses them, or takes either back',
  admits: managing,
  body: reorderDecisionsSchema,
  answers: {
    200: { description: 'What is decided, and what was sent or is not there', schema: reorderDecidedSchema },
    404: noSite,
    422: notPacks,
  },
} as const satisfies Operation

export const sendReordersOperation = {
  id: 'sendReorders',
  method: 'POST',
  path: '/api/replenishment/orders',
  summary:
    'Orders what is proposed or approved: one order a supplier, told downstream as stowline.replenishment.ordered; sent again, nothing more is ordered',
  admits: managing,
  body: sendReordersSchema,
  answers: {
    200: { description: 'The orders made now', schema: sentOrdersSchema },
    404: noSite,
    422: notPacks,
  },
} as const satisfies Operation

export const simulateItemOperation = {
  id: 'simulateItem',
  method: 'POST',
  path: '/api/replenishment/simulation',
  summary:
    'Plays the last twelve weeks of a SKU again, ordered as the house proposes and as the textbook does; changes nothing',
  admits: reading,
  body: simulationRequestSchema,
  answers: {
    200: { description: 'Both, and the days of the first', schema: itemSimulationSchema },
    404: noItem,
  },
} as const satisfies Operation

export const listSpaceAdviceOperation = {
  id: 'listSpaceAdvice',
  method: 'GET',
  path: '/api/replenishment/space',
  summary: 'Items that deserve more bins, then those that deserve fewer, and why; at most 100 of each',
  admits: reading,
  query: z.object({ site }),
  answers: { 200: { description: 'All of them', schema: spaceListSchema }, 404: noSite },
} as const satisfies Operation

export const listRunningOutOperation = {
  id: 'listRunningOut',
  method: 'GET',
  path: '/api/replenishment/running-out',
  summary:
    'Items in stock that their forecast uses up before an order sent now would be there, what lasts the shortest part of its lead time first',
  admits: reading,
  query: z.object({ site, format: page.format }),
  answers: { 200: { description: 'All of them', schema: runningOutListSchema }, 404: noSite },
} as const satisfies Operation

export const listSupplyTermsOperation = {
  id: 'listSupplyTerms',
  method: 'GET',
  path: '/api/supply-terms',
  summary:
    'How the SKUs of a site come to it; those that nobody has said, by department and temperature zone',
  admits: reading,
  query: z.object({ ...page, site, sku: z.string().max(64).optional() }),
  answers: { 200: { description: 'A page of terms by SKU', schema: supplyTermListSchema }, 404: noSite },
} as const satisfies Operation

export const setSupplyTermOperation = {
  id: 'setSupplyTerm',
  method: 'PUT',
  path: '/api/supply-terms',
  summary: 'Says the terms of a SKU at a site',
  admits: managing,
  body: supplyTermChangeSchema,
  answers: { 200: { description: 'They are so now', schema: listedTermSchema }, 404: noItem },
} as const satisfies Operation

export const importSupplyTermsOperation = {
  id: 'importSupplyTerms',
  method: 'POST',
  path: '/api/supply-terms',
  summary: `Takes a CSV file of terms with the columns ${TERM_COLUMNS.join(', ')}; an empty cell leaves what stood there`,
  admits: managing,
  query: z.object({ site }),
  bytes: { contentTypes: ['text/csv'], limitBytes: 8_388_608 },
  answers: {
    200: { description: 'How many were taken, and each line that was not', schema: termImportSchema },
    400: { description: 'The file cannot be read' },
    404: noSite,
  },
} as const satisfies Operation

export const replenishmentOperations: Operation[] = [
  listReordersOperation,
  suggestReordersOperation,
  showItemOutlookOperation,
  decideReordersOperation,
  sendReordersOperation,
  simulateItemOperation,
  listRunningOutOperation,
  listSpaceAdviceOperation,
  listSupplyTermsOperation,
  setSupplyTermOperation,
  importSupplyTermsOperation,
]
