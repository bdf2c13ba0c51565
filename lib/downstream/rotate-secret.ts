import { statement } from '@/lib/platform/db'
import { makeWebhookSecret } from '@/lib/platform/make-webhook-secret'

/**
 * Gives an endpoint a new secret. For a day the one before signs too, beside the new one, so that the receiver can change
 * over at any moment of it.
 */
export async function rotateSecret(
  id: string,
  now: Date,
): Promise<{ outcome: 'rotated'; secret: string } | { outcome: 'not-found' }> {
  const secret = makeWebhookSecret()
  const rows = await statement(
    'rotate-webhook-secret',
    `UPDATE webhook_endpoint SET previous_secret = secret, previous_until = $3::timestamptz + interval '24 hours', secret = $2
      WHERE id = $1 RETURNING id`,
    [id, secret, now],
  )
  return rows.length === 1 ? { outcome: 'rotated', secret } : { outcome: 'not-found' }
}
