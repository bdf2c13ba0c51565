import { db } from '@/lib/platform/db'

/** Ends sessions of a person: one, or all but one, or all. The next thing that is asked by them is refused. */
export async function endSessions(
  userId: string,
  which: { only?: string; except?: string },
): Promise<{ ended: number }> {
  const { count } = await db.session.deleteMany({
    where: { userId, AND: [{ id: which.only }, { id: { not: which.except } }] },
  })
  return { ended: count }
}
