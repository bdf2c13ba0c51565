import { stringify } from 'csv-stringify/sync'
import { z } from 'zod'
import type { Operation } from './api/operation'
import { columnsOf, rowOf } from './csv-cells'

/** More than this is no table for a spreadsheet: ask page by page instead. */
const MOST_ROWS = 100_000
/** By this Excel knows UTF-8. */
const BYTE_ORDER_MARK = '\ufeff'

/** RFC 4180: a line ends with CRLF. */
const tableText = (lines: unknown[][]): string => stringify(lines, { record_delimiter: 'windows' })

const listSchema = z.object({ items: z.array(z.unknown()), nextCursor: z.string().nullable() })
type Ask = (cursor: string | null) => Promise<Response>

/** Whether a list is wanted as a table: `?format=csv`, or `Accept: text/csv`. */
export function wantsCsv(operation: Operation, request: Request): boolean {
  if (!mayBeTable(operation)) return false
  const { searchParams } = new URL(request.url)
  if (searchParams.has('format')) return searchParams.get('format') === 'csv'
  return (request.headers.get('accept') ?? '').includes('text/csv')
}

/** Whether the operation answers a list that may also be had as a table. */
export const mayBeTable = (operation: Operation): boolean =>
  operation.method === 'GET' && itemOf(operation) !== null

/** The shape of what the operation lists; null when it answers no list. */
function itemOf(operation: Operation): z.ZodType | null {
  const { schema } = operation.answers[200] ?? {}
  const answers = schema instanceof z.ZodUnion ? schema.options : [schema]
  for (const answer of answers) {
    if (!(answer instanceof z.ZodObject) || !('nextCursor' in answer.shape)) continue
    const { items } = answer.shape
    if (items instanceof z.ZodArray) return items.element as z.ZodType
  }
  return null
}

/**
 * The whole list as CSV, from the page that was asked for to its end, a page at a time, so that a long one is never held
 * at once. What breaks before the first row answers as it would in JSON; after it, the download breaks off.
 */
export async function csvAnswer(operation: Operation, day: string, ask: Ask): Promise<Response> {
  const first = await ask(null)
  if (first.status !== 200) return first
  const read = listSchema.safeParse(await first.clone().json())
  // Where one thing was asked for, there is no table.
  if (!read.success) return first
  const columns = columnsOf(itemOf(operation) ?? z.unknown())
  const encoder = new TextEncoder()
  let page: z.infer<typeof listSchema> | null = read.data
  let rows = 0
  const body = new ReadableStream<Uint8Array>({
    start: (stream) => stream.enqueue(encoder.encode(BYTE_ORDER_MARK + tableText([columns]))),
    async pull(stream) {
      if (!page) return stream.close()
      const items = page.items.slice(0, MOST_ROWS - rows)
      rows += items.length
      const isCut = rows === MOST_ROWS && (page.nextCursor !== null || page.items.length > items.length)
      const lines = items.map((item) => rowOf(item, columns))
      if (isCut) lines.push([`cut off after ${MOST_ROWS} rows: narrow the filters`])
      stream.enqueue(encoder.encode(tableText(lines)))
      const next = isCut ? null : page.nextCursor
      page = next === null ? null : listSchema.parse(await (await ask(next)).json())
    },
  })
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${nameOf(operation)}-${day}.csv"`,
      'cache-control': 'no-store',
    },
  })
}

/** `/api/stock/ledger` is `stock-ledger`. */
function nameOf({ path }: Operation): string {
  const parts = path.split('/').filter((part) => part !== '' && part !== 'api' && !part.startsWith('{'))
  return parts.join('-')
}
