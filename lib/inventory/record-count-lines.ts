import { db } from '@/lib/platform/db'
import { announce } from '@/lib/platform/realtime'
import type { StockCount as CountRow, Prisma } from '@/prisma/generated/client'
import { seenAt } from './rules/seen-at'
import type { CountLineRequest, CountState } from './schema'

type Write = Prisma.TransactionClient
type Wrong = { path: PropertyKey[]; message: string }
type Recording =
  | { outcome: 'recorded' }
  | { outcome: 'not-open'; state: CountState }
  | { outcome: 'wrong-lines'; errors: Wrong[] }

/**
 * Keeps what a person counted, all lines or none. A phone that was offline may send late and twice: the same operation
 * is one line, and of one bin, SKU and lot the line seen last counts. Nothing is compared yet.
 */
export async function recordCountLines(
  countId: string,
  lines: CountLineRequest[],
  by: string,
  now: Date,
): Promise<Recording> {
  const { count, ...recording } = await db.$transaction(
    async (write): Promise<Recording & { count?: CountRow }> => {
      // Serialises with finishing: a line is either compared or refused.
      await write.$queryRaw`SELECT 1 FROM stock_count WHERE id = ${countId}::uuid FOR UPDATE`
      const open = await write.stockCount.findUniqueOrThrow({ where: { id: countId } })
      if (open.state !== 'open') return { outcome: 'not-open', state: open.state }
      const binIds = await findBins(write, open.siteId, lines)
      const errors = await wrongLines(write, open, lines, binIds)
      if (errors.length > 0) return { outcome: 'wrong-lines', errors }
      await write.stockCountLine.createMany({
        data: lines.map(({ operationId, bin, sku, lot = null, quantity, at }) => ({
          ...{ countId, operationId, binId: binIds.get(bin) ?? 0, sku, lot, quantity, by },
          at: seenAt(at, now),
        })),
        skipDuplicates: true,
      })
      const data = { touchedAt: now, version: { increment: 1 } }
      return { outcome: 'recorded', count: await write.stockCount.update({ where: { id: countId }, data }) }
    },
  )
  if (count) {
    const { siteId: site, version } = count
    announce({ site, topic: 'picks', event: 'inventory/count.changed', id: countId, version })
  }
  return recording
}

async function findBins(
  write: Write,
  siteId: string,
  lines: CountLineRequest[],
): Promise<Map<string, number>> {
  const bins = await write.bin.findMany({ where: { siteId, code: { in: lines.map((line) => line.bin) } } })
  return new Map(bins.map((bin) => [bin.code, bin.id]))
}

async function wrongLines(
  write: Write,
  count: CountRow,
  lines: CountLineRequest[],
  binIds: Map<string, number>,
): Promise<Wrong[]> {
  const products = await write.product.findMany({
    where: { sku: { in: lines.map((line) => line.sku) } },
    select: { sku: true },
  })
  const skus = new Set(products.map((product) => product.sku))
  return lines.flatMap((line, at) => {
    const wrong = (field: string, message: string): Wrong[] => [{ path: [at, field], message }]
    const binId = binIds.get(line.bin)
    if (binId === undefined) return wrong('bin', `no bin ${line.bin}`)
    if (!skus.has(line.sku)) return wrong('sku', `no SKU ${line.sku}`)
    if (count.binId !== null && count.binId !== binId) return wrong('bin', 'this count is of another bin')
    return count.sku === null || count.sku === line.sku ? [] : wrong('sku', 'this count is of another SKU')
  })
}
