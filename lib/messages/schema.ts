import { z } from 'zod'

/** What a customer is written about, one mail of a kind for an occasion. */
export const mailKindSchema = z.enum([
  ...['order-confirmation', 'order-delayed', 'order-short', 'order-shipped', 'order-refunded'],
] as const)
export type MailKind = z.infer<typeof mailKindSchema>

/** What the words of any mail need of an order. */
export type LetterOrder = {
  orderNumber: string
  /** BCP 47: the customer's language, else the site's. */
  locale: string
  currency: string
  totalMinor: number
  customer: { name: string; email: string }
  shipTo: { line1: string; line2?: string; city: string; postalCode: string; country: string }
  lines: { sku: string; name: string; quantity: number; unitPriceMinor: number }[]
}

/** What of its occasion a mail tells: items of a parcel or missing ones, who carries them, money in minor units. */
export const mailFactsSchema = z.object({
  items: z.array(z.object({ sku: z.string(), quantity: z.number().int() })).default([]),
  parcel: z.string().optional(),
  carrier: z.string().optional(),
  isComplete: z.boolean().optional(),
  amountMinor: z.number().int().optional(),
})
export type MailFacts = z.infer<typeof mailFactsSchema>

/** A mail that the built-in mailbox received, as `GET /api/demo/mailbox` shows it. */
export const receivedMailSchema = z.object({
  to: z.string(),
  subject: z.string(),
  orderNumber: z.string().nullable(),
  receivedAt: z.iso.datetime(),
  text: z.string(),
  /** Files that came with it, and where each is read. */
  attachments: z.array(
    z.object({ position: z.number().int(), name: z.string(), contentType: z.string(), path: z.string() }),
  ),
})
export type ReceivedMail = z.infer<typeof receivedMailSchema>
