import { db } from '@/lib/platform/db'

const KEPT_DAYS = 7

/** Lets go of files that were read a week ago; what became of them stays. Done twice, it changes nothing. */
export async function forgetStockFiles(now: Date): Promise<{ forgotten: number }> {
  const { count } = await db.stockImport.updateMany({
    where: { content: { not: null }, finishedAt: { lt: new Date(now.getTime() - KEPT_DAYS * 86_400_000) } },
    data: { content: null },
  })
  return { forgotten: count }
}
