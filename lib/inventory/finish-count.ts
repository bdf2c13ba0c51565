import { db } from '@/lib/platform/db'
import { announce } from '@/lib/platform/realtime'
import type { StockCount as CountRow, Prisma } from '@/prisma/generated/client'
import { recordCountResults } from './record-count-results'
import { type BookLot, countByLot } from './rules/count-by-lot'
import { needsApproval } from './rules/needs-approval'
import type { CountState } from './schema'

type Write = Prisma.TransactionClient
type Line = { binId: number; sku: string; lot: string | null; quantity: number; at: Date; by: string }
type Found = {
  binId: number
  sku: string
  lot: string
  counted: number
  expected: number
  at: Date
  by: string
}
type Finish =
  | { outcome: 'finished'; state: CountState }
  | { outcome: 'not-open'; state: CountState }
  | { outcome: 'nothing-counted' }

/**
 * Compares what was counted with the book as it was at the instant of each line, so that stock may have moved since.
 * Differences within the site's limit are owed to the ledger at once and recorded; those over it wait for a manager.
 * Finished twice, it is finished once; what a death leaves owed is the sweep's.
 */
export async function finishCount(countId: string, by: string, now: Date): Promise<Finish> {
  const finish = await db.$transaction(async (write): Promise<Finish & { count?: CountRow }> => {
    await write.$queryRaw`SELECT 1 FROM stock_count WHERE id = ${countId}::uuid FOR UPDATE`
    const count = await write.stockCount.findUniqueOrThrow({ where: { id: countId } })
    if (count.state !== 'open') return { outcome: 'not-open', state: count.state }
    const lines = await linesThatCount(write, countId)
    if (lines.length === 0 && !count.isWholeBin) return { outcome: 'nothing-counted' }
    const found = [...(await compare(write, lines)), ...(await missing(write, count, lines, by, now))]
    const site = await write.site.findUniqueOrThrow({ where: { id: count.siteId } })
    const limit = { units: site.countLimitUnits, percent: site.countLimitPercent }
    const results = found.map((one, at) => ({
      ...one,
      ...{ countId, number: at + 1 },
      state: needsApproval(one.expected, one.counted, limit) ? 'waiting' : 'owed',
    }))
    await write.stockCountResult.createMany({ data: results })
    const state = results.some((one) => one.state === 'waiting') ? 'counted' : 'approved'
    const finished = await write.stockCount.update({
      where: { id: countId },
      data: { state, finishedAt: now, finishedBy: by, version: { increment: 1 } },
    })
    return { outcome: 'finished', state, count: finished }
  })
  const { count, ...answer } = finish
  if (count) {
    await recordCountResults(countId)
    const { siteId: site, version } = count
    announce({ site, topic: 'picks', event: 'inventory/count.changed', id: countId, version })
  }
  return answer
}

const linesThatCount = (write: Write, countId: string): Promise<Line[]> =>
  write.$queryRaw<Line[]>`
    SELECT DISTINCT ON (bin_id, sku, coalesce(lot, '')) bin_id AS "binId", sku, lot, quantity, at, by FROM stock_count_line
     WHERE count_id = ${countId}::uuid ORDER BY bin_id, sku, coalesce(lot, ''), at DESC, number DESC`

/** Each line beside the lots that the ledger knew of in its bin by then. */
async function compare(write: Write, lines: Line[]): Promise<Found[]> {
  const book = await write.$queryRaw<(BookLot & { place: number })[]>`
    SELECT place.n::int AS place, entry.lot, sum(entry.quantity)::int AS expected
      FROM unnest(${lines.map((line) => line.binId)}::int[], ${lines.map((line) => line.sku)}::text[],
                  ${lines.map((line) => line.at)}::timestamptz[]) WITH ORDINALITY AS place(bin_id, sku, at, n)
      JOIN ledger_book entry ON entry.bin_id = place.bin_id AND entry.sku = place.sku AND entry.observed_at < place.at
     GROUP BY place.n, entry.lot HAVING sum(entry.quantity) <> 0
     ORDER BY place.n, max(entry.expires_on) NULLS LAST, entry.lot`
  return lines.flatMap(({ quantity, lot, ...line }, at) => {
    const lots = book.filter((one) => one.place === at + 1)
    if (lot !== null) {
      const expected = lots.find((one) => one.lot === lot)?.expected ?? 0
      return [{ ...line, lot, counted: quantity, expected }]
    }
    const named = lines
      .filter((one) => one.binId === line.binId && one.sku === line.sku)
      .map((one) => one.lot)
    const unnamed = lots.filter((one) => !named.includes(one.lot))
    return countByLot(quantity, unnamed).map(({ lot, counted, expected }) => ({
      ...line,
      lot,
      counted,
      expected,
    }))
  })
}

/** What the book has in a bin that was counted as a whole, and nobody found there. */
async function missing(
  write: Write,
  count: CountRow,
  lines: Line[],
  by: string,
  now: Date,
): Promise<Found[]> {
  if (!count.isWholeBin || count.binId === null) return []
  const { binId } = count
  const at = lines.length === 0 ? now : new Date(Math.max(...lines.map((line) => line.at.getTime())))
  const book = await write.$queryRaw<{ sku: string; lot: string; expected: number }[]>`
    SELECT sku, lot, sum(quantity)::int AS expected FROM ledger_book
     WHERE bin_id = ${binId} AND observed_at < ${at} AND sku <> ALL (${lines.map((line) => line.sku)}::text[])
     GROUP BY sku, lot HAVING sum(quantity) <> 0 ORDER BY sku, lot`
  return book.map((one) => ({ ...one, binId, counted: 0, at, by }))
}
