import { randomUUID } from 'node:crypto'
import { db } from '@/lib/platform/db'
import type { Alert } from './schema'
import { sendNotice } from './send-notice'

/**
 * Sends a target a word that is marked as a test, now.
 * @returns what it answered; a target that is not there did not answer
 */
export async function testAlertTarget(
  id: string,
  houseUrl: string,
  now: Date,
): Promise<{ arrived: boolean; error: string | null }> {
  const target = await db.alertTarget.findUnique({ where: { id } })
  if (!target) return { arrived: false, error: 'the target is gone' }
  const test: Alert = {
    id: randomUUID(),
    site: target.siteId,
    queue: 'test',
    severity: 'warning',
    state: 'resolved',
    cause: 'test',
    message: 'This is a test: alerts of this site arrive here',
    ordersAffected: 0,
    openedAt: now.toISOString(),
    escalatedAt: null,
    acknowledgedAt: null,
    acknowledgedBy: null,
    silencedUntil: null,
    resolvedAt: now.toISOString(),
    version: 1,
  }
  return sendNotice(target, { id: test.id, event: 'opened', alert: test }, houseUrl).then(
    () => ({ arrived: true, error: null }),
    (error: unknown) => ({ arrived: false, error: error instanceof Error ? error.message : String(error) }),
  )
}
