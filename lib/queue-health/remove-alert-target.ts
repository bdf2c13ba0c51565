import { db } from '@/lib/platform/db'

/** Sends no more alerts to a target; words that it is still owed are dropped with it. */
export async function removeAlertTarget(id: string): Promise<void> {
  await db.alertTarget.deleteMany({ where: { id } })
}
