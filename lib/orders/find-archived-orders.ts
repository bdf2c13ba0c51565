import { statement } from '@/lib/platform/db'
import type { Prisma } from '@/prisma/generated/client'

type Include = { steps: true; lines: true; returns: true; shipments: { include: { lines: true } } }
type Whole = Prisma.OrderGetPayload<{ include: Include }>

/** An archived order as its tables had it; `holds` are what became of its stock. */
export type ArchivedOrder = Whole & { holds: { state: string; quantity: number }[] }

type Row = Record<string, unknown>
type Part = 'lines' | 'steps' | 'holds' | 'shipments' | 'returns'
type Document = { order: Row } & Record<Part, (Row & { lines?: Row[] | null })[] | null>

/** Those of these orders that are archived, newest first: each is looked for in the month and site where it lies. */
export async function findArchivedOrders(numbers: readonly string[]): Promise<ArchivedOrder[]> {
  const places = await statement<{ siteId: string; from: Date; until: Date; numbers: string[] }>(
    'find-archived-places',
    `SELECT site_id AS "siteId", min(created_at) AS "from", max(created_at) AS until, array_agg(number) AS numbers
       FROM archived_order WHERE number = ANY ($1) GROUP BY site_id, date_trunc('month', created_at AT TIME ZONE 'UTC')`,
    [numbers],
  )
  const found = await Promise.all(places.map(readPlace))
  return found.flat().sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime())
}

async function readPlace(place: { siteId: string; from: Date; until: Date; numbers: string[] }) {
  // Bounds before numbers: the plan opens the one partition that can have them.
  const rows = await statement<{ document: Document }>(
    'read-archived-orders',
    `SELECT document FROM archive.orders
      WHERE site_id = $1 AND created_at >= $2 AND created_at <= $3 AND upper(number) = ANY ($4) AND number = ANY ($5)`,
    [place.siteId, place.from, place.until, place.numbers.map((one) => one.toUpperCase()), place.numbers],
  )
  return rows.map(({ document }) => wholeOf(document))
}

function wholeOf({ order, ...parts }: Document): ArchivedOrder {
  const all = (part: Part) =>
    (parts[part] ?? []).map(({ lines, ...row }) =>
      lines === undefined ? revived(row) : { ...revived(row), lines: (lines ?? []).map(revived) },
    )
  const names: Part[] = ['lines', 'steps', 'holds', 'shipments', 'returns']
  return {
    ...revived(order),
    ...Object.fromEntries(names.map((name) => [name, all(name)])),
  } as ArchivedOrder
}

const MOMENT = /(At|Until)$/

/** A row as the client would have read it from its table: names in camel case, moments as dates. */
const revived = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => {
      const name = column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
      const isMoment = typeof value === 'string' && (MOMENT.test(name) || name === 'at')
      return [name, isMoment ? new Date(value) : value]
    }),
  )
