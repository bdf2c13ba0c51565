import { z } from 'zod'

/** A mail is owed that no event of its order brings along: somebody wants it sent again, or a sweep found its occasion. */
export const mailOwed = 'messages/mail.owed'
export const mailOwedSchema = z.object({ mailId: z.string(), orderNumber: z.string(), site: z.string() })

// What screens hear only.
export const mailSent = 'messages/mail.sent'
export const mailRefused = 'messages/mail.refused'
export const mailDelayed = 'messages/mail.delayed'
