import { z } from 'zod'

/** Where totes go to be packed; what else lanes serve are carriers. */
export const PACKING = 'pack'

const labelSchema = z.string().trim().min(1).max(64)

/** The body of `POST /api/parcels`: the totes that were emptied into one parcel. */
export const parcelRequestSchema = z.object({
  site: z.string().min(1).max(64),
  totes: z.array(labelSchema).min(1).max(50),
  /** Names the act: said again, it is the same parcel. The totes name it too. */
  operationId: z.string().min(1).max(100).optional(),
  /** Another carrier than the one of the order's address. */
  carrier: z.string().trim().min(1).max(80).optional(),
})
export type ParcelRequest = z.infer<typeof parcelRequestSchema>

/** A packed parcel. */
export const parcelSchema = z.object({
  /** Its label: an SSCC of 18 digits. */
  parcel: z.string(),
  orderNumber: z.string(),
  carrier: z.string(),
  /** When its trailer leaves; null where the carrier's lanes have no times. */
  promisedAt: z.iso.datetime().nullable(),
})
export type Parcel = z.infer<typeof parcelSchema>
