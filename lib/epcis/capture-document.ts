import { db } from '@/lib/platform/db'
import type { Prisma } from '@/prisma/generated/client'
import { keepEvents } from './keep-events'
import { readEvents } from './rules/read-events'
import { type CaptureError, epcisDocumentSchema } from './schema'
import { tellStock } from './tell-stock'

/** Long enough for the largest document behind another one. */
const TRANSACTION_MS = 60_000

/**
 * Captures the events of an accepted document. Runs twice, captures once: the job's row is locked, and a finished one is
 * left; what the ledger has not heard of yet it is told in any case.
 */
export async function captureDocument(
  captureId: string,
): Promise<{ outcome: 'captured'; kept: number; known: number; errors: number } | { outcome: 'finished' }> {
  const captured = await db.$transaction((tx) => capture(tx, captureId), {
    timeout: TRANSACTION_MS,
    maxWait: TRANSACTION_MS,
  })
  await tellStock({ captureId })
  return captured ?? { outcome: 'finished' }
}

async function capture(tx: Prisma.TransactionClient, captureId: string) {
  await tx.$queryRaw`SELECT FROM epcis_capture WHERE id = ${captureId}::uuid FOR UPDATE`
  const job = await tx.epcisCapture.findUnique({ where: { id: captureId } })
  if (!job || job.finishedAt !== null) return undefined
  const allOrNothing = job.errorBehaviour === 'rollback'
  const { sent, errors: broken } = readEvents(epcisDocumentSchema.parse(job.document))
  const { kept, known, conflicts } =
    allOrNothing && broken.length > 0
      ? { kept: [], known: [], conflicts: [] }
      : await keepEvents(tx, sent, {
          clientId: job.clientId,
          siteIds: job.allSites ? 'all' : job.siteIds,
          captureId,
          traceparent: job.traceparent,
          allOrNothing,
        })
  const errors: CaptureError[] = [...broken, ...conflicts]
  // What was not captured stays as it was sent.
  const isDone = errors.length === 0
  await tx.$executeRaw`UPDATE epcis_capture SET finished_at = now(), success = ${isDone}, errors = ${JSON.stringify(errors)}::jsonb,
    document = CASE WHEN ${isDone} THEN NULL ELSE document END WHERE id = ${captureId}::uuid`
  return { outcome: 'captured' as const, kept: kept.length, known: known.length, errors: errors.length }
}
