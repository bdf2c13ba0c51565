import { randomUUID } from 'node:crypto'
import { db } from '@/lib/platform/db'
import { wakeNightShift } from '@/lib/platform/wake-night-shift'
import type { Prisma } from '@/prisma/generated/client'
import { documentAccepted } from './events'
import type { EpcisDocument, ErrorBehaviour } from './schema'

/** Keeps a document of which we answer for the capture; the night shift does it. One commit: kept means said. */
export async function acceptDocument(
  document: EpcisDocument,
  by: { clientId: string; siteIds: string[] | 'all'; errorBehaviour: ErrorBehaviour; traceparent: string },
): Promise<{ captureId: string }> {
  const captureId = randomUUID()
  const createdAt = new Date()
  const { clientId, siteIds, errorBehaviour, traceparent } = by
  await db.$transaction([
    db.epcisCapture.create({
      data: {
        id: captureId,
        clientId,
        siteIds: siteIds === 'all' ? [] : siteIds,
        allSites: siteIds === 'all',
        errorBehaviour,
        document: document as Prisma.InputJsonObject,
        traceparent,
        createdAt,
      },
    }),
    db.outboxEvent.create({
      data: {
        eventId: `epcis.capture.accepted:${captureId}`,
        name: documentAccepted,
        subject: captureId,
        data: { captureId },
        traceparent,
        occurredAt: createdAt,
      },
    }),
  ])
  wakeNightShift()
  return { captureId }
}
