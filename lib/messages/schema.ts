import { z } from 'zod'

/** What a confirmation tells the customer. */
export type ConfirmedOrder = {
  orderNumber: string
  locale: string
  currency: string
  totalMinor: number
  customer: { name: string; email: string }
  shipTo: { line1: string; line2?: string; city: string; postalCode: string; country: string }
  lines: { name: string; quantity: number; unitPriceMinor: number }[]
}

/** A mail that the built-in mailbox received, as `GET /api/demo/mailbox` shows it. */
export const receivedMailSchema = z.object({
  to: z.string(),
  subject: z.string(),
  orderNumber: z.string().nullable(),
  receivedAt: z.iso.datetime(),
  text: z.string(),
})
export type ReceivedMail = z.infer<typeof receivedMailSchema>
