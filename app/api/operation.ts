import { type ZodType, z } from 'zod'
import type { Admission } from '@/lib/sites/schema'

/** One door: its address, who may pass, what they bring and what they may hear. The OpenAPI document is made of these. */
export type Operation = {
  id: string
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  path: string
  summary: string
  admits: Admission
  body?: ZodType
  /** Instead of JSON that `body` parses, the bytes as they come: their content types, for the document, and their limit. */
  bytes?: { contentTypes: readonly string[]; limitBytes: number }
  query?: ZodType
  requestHeaders?: Record<string, { description: string; required: boolean }>
  /** Answers beyond the problems that every door may give; `contentTypes` are those of files. */
  answers: Record<number, { description: string; schema?: ZodType; contentTypes?: readonly string[] }>
}

export const MOST_ON_PAGE = 200

/** The query of a list that comes in pages; as `csv` the whole list comes at once, to 100,000 rows. */
export const page = {
  limit: z.coerce.number().int().min(1).max(MOST_ON_PAGE).default(50),
  cursor: z.string().max(400).optional(),
  format: z.enum(['json', 'csv']).optional(),
}
/** The shape of such a list. */
export const listOf = (item: ZodType) => z.object({ items: z.array(item), nextCursor: z.string().nullable() })
export const everyone = ['manager', 'support', 'picker'] as const
