import { statement } from '@/lib/platform/db'
import type { Client } from './begin-order'
import type { Answer } from './rules/order-answers'

/** Keeps the first answer of a key that led to no order, so that a repeat hears the same. */
export async function keepAnswer(client: Client, answer: Answer): Promise<void> {
  await statement(
    'keep-answer',
    'UPDATE idempotency_key SET status = $3, body = $4, location = $5 WHERE client_id = $1 AND key = $2 AND status IS NULL',
    [client.clientId, client.key, answer.status, answer.body, answer.location],
  )
}
