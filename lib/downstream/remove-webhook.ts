import { db } from '@/lib/platform/db'

/** Sends nothing more there: the endpoint, what it is owed and what it was sent are gone. */
export async function removeWebhook(id: string): Promise<void> {
  await db.webhookEndpoint.deleteMany({ where: { id } })
}
