import { type ZodTuple, z } from 'zod'

/** A moment as a cursor names it: one that Postgres has too, whose years begin with 1. */
export const placeMoment = z.iso.datetime().refine((text) => !text.startsWith('0000'))

/** The place in a list that a cursor of ours names, its parts by these shapes; a cursor that is none of ours begins at the top. */
export function readPlace<Parts extends ZodTuple>(
  cursor: string | undefined,
  parts: Parts,
): z.infer<Parts> | undefined {
  if (cursor === undefined) return undefined
  return parts.safeParse(Buffer.from(cursor, 'base64url').toString().split(' ')).data
}
