import { db } from '@/lib/platform/db'
import { Prisma } from '@/prisma/generated/client'
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
  await tx.epcisCapture.update({
    where: { id: captureId },
    data: {
      finishedAt: new Date(),
      success: errors.length === 0,
      errors,
      // What was not captured stays as it was sent.
      ...(errors.length === 0 && { document: Prisma.DbNull }),
    },
  })
  return { outcome: 'captured' as const, kept: kept.length, known: known.length, errors: errors.length }
}
