import { db } from '@/lib/platform/db'
import { whyNotOutside } from '@/lib/platform/guard-address'
import { makeWebhookSecret } from '@/lib/platform/make-webhook-secret'
import { wakeNightShift } from '@/lib/platform/wake-night-shift'
import type { Prisma } from '@/prisma/generated/client'
import { SNAPSHOT_TYPE } from './events'
import { findFeedStart } from './feed-events'

import { findWebhook } from './queries'
import type { NewWebhook, WebhookRequest } from './schema'

type Adding = { outcome: 'added'; webhook: NewWebhook } | { outcome: 'wrong-address'; why: string }

const SNAPSHOT_MS = 60_000

/**
 * Sends events to an address from now on, from a time in the past, or the stock as it stands and then exactly what follows:
 * both come from one snapshot of the database, and what that snapshot knew is not told again. The secret is in this answer
 * and in no other.
 * @param siteId null for the events of all sites
 * @param by who asked: the owner, who hears of it when the house gives the endpoint up
 */
export async function addWebhook(
  request: WebhookRequest,
  siteId: string | null,
  by: string,
  now: Date,
): Promise<Adding> {
  const why = await whyNotOutside(request.url)
  if (why !== null) return { outcome: 'wrong-address', why }
  const { url, types, description, from } = request
  const secret = makeWebhookSecret()
  const start = from === 'now' || from === 'snapshot' ? null : new Date(from)
  const position = start && (await findFeedStart(start))
  const id = await db.$transaction(
    async (write) => {
      const endpoint = await write.webhookEndpoint.create({
        data: { url, types, description, siteId, secret, createdBy: by, createdAt: now },
      })
      if (position)
        await write.webhookFeed.create({ data: { endpointId: endpoint.id, ...position, fromAt: start } })
      else await startHere(write, endpoint.id)
      if (from === 'snapshot') await oweSnapshot(write, endpoint.id, siteId, now)
      return endpoint.id
    },
    { isolationLevel: 'RepeatableRead', timeout: SNAPSHOT_MS },
  )
  wakeNightShift()
  const webhook = await findWebhook(id)
  if (!webhook) throw new Error(`webhook ${id} was added and is not there`)
  return { outcome: 'added', webhook: { ...webhook, secret } }
}

const startHere = (write: Prisma.TransactionClient, endpointId: string) => write.$executeRaw`
  INSERT INTO webhook_feed (endpoint_id, xid, kind, row_id, known)
  SELECT ${endpointId}::uuid, pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1, 1, 9223372036854775807,
    pg_current_snapshot()::text`

const oweSnapshot = (
  write: Prisma.TransactionClient,
  endpointId: string,
  siteId: string | null,
  now: Date,
) => write.$executeRaw`
  WITH stock AS (
    SELECT line.site_id, line.sku, sum(line.on_hand) AS on_hand, sum(line.held) AS held, sum(line.shortfall) AS shortfall,
      jsonb_agg(jsonb_strip_nulls(jsonb_build_object('bin', bin.code, 'onHand', line.on_hand, 'held', line.held,
        'lot', nullif(line.lot, ''), 'expiresOn', line.expires_on)) ORDER BY bin.code, line.lot) AS bins
      FROM stock_line line JOIN bin ON bin.id = line.bin_id
     WHERE ${siteId}::text IS NULL OR line.site_id = ${siteId}
     GROUP BY line.site_id, line.sku
  ), at AS (
    SELECT to_char(${now}::timestamptz AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS time,
      lpad(pg_snapshot_xmin(pg_current_snapshot())::text, 19, '0') || '.0.' || repeat('0', 19) AS sequence
  )
  INSERT INTO webhook_delivery (endpoint_id, kind, row_id, type, subject, due_at, created_at, body)
  SELECT ${endpointId}::uuid, 2, 0, ${SNAPSHOT_TYPE}, sku, ${now}, ${now}, jsonb_build_object(
    'specversion', '1.0', 'id', ${endpointId}::text || ':' || site_id || ':' || sku, 'source', '/stowline/inventory',
    'type', ${SNAPSHOT_TYPE}::text, 'subject', sku, 'time', at.time, 'recordedtime', at.time, 'sequence', at.sequence,
    'datacontenttype', 'application/json', 'site', site_id, 'data', jsonb_build_object('site', site_id, 'sku', sku,
      'onHand', on_hand, 'held', held, 'available', on_hand - held, 'shortfall', shortfall, 'bins', bins))
    FROM stock, at ORDER BY site_id, sku`
