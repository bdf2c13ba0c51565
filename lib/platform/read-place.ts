import type { ZodTuple, z } from 'zod'
import { isStorable } from './rules/storable-json'

/** The place in a list that a cursor of ours names, its parts by these shapes; a cursor that is none of ours begins at the top. */
export function readPlace<Parts extends ZodTuple>(
  cursor: string | undefined,
  parts: Parts,
): z.infer<Parts> | undefined {
  if (cursor === undefined) return undefined
  const named = Buffer.from(cursor, 'base64url').toString().split(' ')
  return isStorable(named) ? parts.safeParse(named).data : undefined
}
