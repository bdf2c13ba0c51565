import { randomBytes } from 'node:crypto'

const SECRET_BYTES = 24

/** A new secret that signs webhooks, as Standard Webhooks writes it. */
export const makeWebhookSecret = (): string => `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`
