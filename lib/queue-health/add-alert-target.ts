import type { z } from 'zod'
import { db } from '@/lib/platform/db'
import { makeWebhookSecret } from '@/lib/platform/make-webhook-secret'
import { type AlertTarget, type alertTargetRequestSchema, alertTargetSchema } from './schema'

/**
 * Has a site's alerts sent to an address. A webhook gets a secret of its own (`whsec_…`, Standard Webhooks), which is in
 * this answer and in no other.
 */
export async function addAlertTarget(
  request: z.infer<typeof alertTargetRequestSchema>,
): Promise<{ outcome: 'added'; target: AlertTarget } | { outcome: 'known' }> {
  const { site, ...target } = request
  const secret = request.kind === 'webhook' ? makeWebhookSecret() : null
  const [row] = await db.alertTarget.createManyAndReturn({
    data: { ...target, siteId: site, secret },
    skipDuplicates: true,
  })
  if (!row) return { outcome: 'known' }
  return {
    outcome: 'added',
    target: alertTargetSchema.parse({ ...row, site, secret: secret ?? undefined }),
  }
}
