import { db } from '@/lib/platform/db'
import { announce } from '@/lib/platform/realtime'
import type { StockCount as CountRow } from '@/prisma/generated/client'
import type { CountRequest } from './schema'

type Opening = { outcome: 'opened' | 'open-already'; id: string } | { outcome: 'unknown'; what: string }

/**
 * Opens a count; asked for twice, it is one. A bin is counted once at a time: who wants another SKU of it counted
 * widens the count that is open to both.
 * @param opener a person's name; `isOwed` when the book itself asks, and the count must not be forgotten
 */
export async function openCount(
  request: CountRequest,
  opener: { by: string; isOwed: boolean },
  now: Date,
): Promise<Opening> {
  const { site, bin, sku = null, reason } = request
  const place = bin === undefined ? null : await db.bin.findFirst({ where: { siteId: site, code: bin } })
  if (bin !== undefined && !place) return { outcome: 'unknown', what: `No bin ${bin} at ${site}.` }
  if (sku !== null && !(await db.product.findUnique({ where: { sku } })))
    return { outcome: 'unknown', what: `No SKU ${sku}.` }
  const binId = place?.id ?? null
  const made = await db.stockCount.createManyAndReturn({
    data: {
      ...{ siteId: site, binId, sku, isWholeBin: sku === null, reason, isOwed: opener.isOwed },
      ...{ openedAt: now, openedBy: opener.by, touchedAt: now },
    },
    skipDuplicates: true,
  })
  const [opened] = made
  if (opened) {
    tell(opened)
    return { outcome: 'opened', id: opened.id }
  }
  const open = await db.stockCount.findFirst({
    where: { siteId: site, state: 'open', binId, ...(binId === null ? { sku } : {}) },
  })
  // Finished between the two looks.
  if (!open) return openCount(request, opener, now)
  await widen(open, sku, opener.isOwed)
  return { outcome: 'open-already', id: open.id }
}

async function widen(open: CountRow, sku: string | null, isOwed: boolean): Promise<void> {
  const isOther = open.sku !== null && open.sku !== sku
  if (!isOther && (open.isOwed || !isOwed)) return
  const wider = await db.stockCount.update({
    where: { id: open.id },
    data: {
      version: { increment: 1 },
      isOwed: open.isOwed || isOwed,
      ...(isOther ? { sku: null } : {}),
    },
  })
  tell(wider)
}

const tell = ({ siteId, id, version }: CountRow): void =>
  announce({ site: siteId, topic: 'picks', event: 'inventory/count.changed', id, version })
