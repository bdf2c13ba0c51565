import { db } from '@/lib/platform/db'
import { whyNotOutside } from '@/lib/platform/guard-address'
import type { WebhookChange } from './schema'

type Changing = { outcome: 'changed' } | { outcome: 'wrong-address'; why: string } | { outcome: 'not-found' }

/**
 * Has an endpoint's address, its types, or whether it is paused be what is said. While it is paused nothing is lost: it goes
 * on from where it was, as long as the feed is kept. Whoever goes on with a failing or disabled one starts with clean health.
 */
export async function changeWebhook(id: string, change: WebhookChange): Promise<Changing> {
  const why = await whyNotOutside(change.url)
  if (why !== null) return { outcome: 'wrong-address', why }
  const { url, types, description, paused } = change
  const fresh = { state: 'active', disabledFor: null, failures: 0, failingSince: null, throttledUntil: null }
  const { count } = await db.webhookEndpoint.updateMany({
    where: { id },
    data: { url, types, description, ...(paused ? { state: 'paused', disabledFor: null } : fresh) },
  })
  return { outcome: count === 1 ? 'changed' : 'not-found' }
}
