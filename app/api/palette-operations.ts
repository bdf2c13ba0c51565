import { z } from 'zod'
import { paletteAnswerSchema } from '@/lib/sites/palette-schema'
import { savedViewSchema, saveViewRequestSchema } from '@/lib/sites/schema'
import { listOf, type Operation, page } from './operation'

const site = z.string().min(1).max(64)
/** A machine has nothing to look for by half a name, and no views. */
const people = { roles: ['manager', 'support'] } as const

export const findAnythingOperation = {
  id: 'findAnything',
  method: 'GET',
  path: '/api/palette',
  summary:
    'What of a site fits a few letters: items, bins, orders, lanes, and totes and parcels by four characters of their label; support is shown orders only',
  admits: people,
  query: z.object({ site: site.optional(), query: z.string().trim().min(2).max(200) }),
  answers: { 200: { description: 'What fits, the best of each kind first', schema: paletteAnswerSchema } },
} as const satisfies Operation

export const listSavedViewsOperation = {
  id: 'listSavedViews',
  method: 'GET',
  path: '/api/saved-views',
  summary: "A person's own views of a site, and the shared ones, by name",
  admits: people,
  query: z.object({ site: site.optional(), format: page.format }),
  answers: { 200: { description: 'All views', schema: listOf(savedViewSchema) } },
} as const satisfies Operation

export const saveViewOperation = {
  id: 'saveView',
  method: 'POST',
  path: '/api/saved-views',
  summary: 'Keep a screen with its filters under a name; under the same name again, it is replaced',
  admits: people,
  body: saveViewRequestSchema,
  answers: {
    201: { description: 'The view', schema: savedViewSchema },
    422: { description: 'The path leads to no screen that is open to the person' },
  },
} as const satisfies Operation

export const removeViewOperation = {
  id: 'removeView',
  method: 'DELETE',
  path: '/api/saved-views/{id}',
  summary: 'Forget a saved view: its owner may, or a manager of the site',
  admits: people,
  answers: {
    204: { description: 'Forgotten' },
    403: { description: 'It is somebody else’s' },
    404: { description: 'No such view' },
  },
} as const satisfies Operation

export const paletteOperations: Operation[] = [
  findAnythingOperation,
  listSavedViewsOperation,
  saveViewOperation,
  removeViewOperation,
]
