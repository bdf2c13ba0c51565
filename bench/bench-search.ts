import type pg from 'pg'
import { fillOrders } from './fill-orders'
import { ms, percentile, type Table } from './tables'
import { withDatabase } from './with-database'

const ORDERS = Number(process.env.BENCH_ORDERS ?? 1_000_000)
const ASKED = Number(process.env.BENCH_QUESTIONS ?? 200)
const WARM_UP = 5
const LIMIT = 50
const SITE = 'BENCH-1'

type Sample = { number: string; name: string; email: string; phone: string; reference: string; tote: string }

/** What a caller may tell of an order, as support would type it. */
const KINDS: Record<string, (order: Sample) => string> = {
  'number, whole': ({ number }) => number,
  'number, its beginning': ({ number }) => number.slice(0, 5),
  'e-mail, whole': ({ email }) => email,
  'e-mail, its beginning': ({ email }) => email.slice(0, 8),
  'e-mail, three letters': ({ email }) => email.slice(0, 3),
  'phone, as written': ({ phone }) => phone,
  'phone, digits only': ({ phone }) => phone.replace(/\D/g, ''),
  'phone, last four digits': ({ phone }) => phone.replace(/\D/g, '').slice(-4),
  'name, whole': ({ name }) => name,
  'name, part of it': ({ name }) => name.slice(2, 9),
  'name, three letters': ({ name }) => name.slice(1, 4),
  'name, two letters': ({ name }) => name.slice(0, 2),
  'name, last then first': ({ name }) => name.split(' ').reverse().join(' '),
  'nobody’s name': ({ number }) => `Nobody ${number.slice(-4)}x`,
  tote: ({ tote }) => tote,
  parcel: ({ tote }) => `09521321${tote.slice(1).padStart(10, '0')}`,
  'payment reference': ({ reference }) => reference,
}

/** The search box over a million orders: from the text to the rows that are drawn, one after the other, the database warm. */
export function benchSearch(): Promise<Table[]> {
  return withDatabase(async (database) => {
    await fillOrders(database, SITE, ORDERS)
    return [await measure(await drawSamples(database))]
  })
}

async function drawSamples(database: pg.Client): Promise<Sample[]> {
  const { rows } = await database.query<Sample>(
    `SELECT number, customer_name AS name, customer_email AS email, customer_phone AS phone, reference, barcode AS tote
       FROM (SELECT * FROM conveyor_box WHERE kind = 'tote' ORDER BY random() LIMIT $1) box
       JOIN orders ON number = box.order_number JOIN payment ON payment.order_number = number`,
    [ASKED],
  )
  return rows
}

async function measure(samples: Sample[]): Promise<Table> {
  const { findOrders } = await import('@/lib/support/queries')
  for (const textOf of Object.values(KINDS))
    for (const sample of samples.slice(0, WARM_UP))
      await findOrders({ siteIds: [SITE], query: textOf(sample), limit: LIMIT })
  const rows: (string | number)[][] = []
  for (const [kind, textOf] of Object.entries(KINDS)) {
    const times: number[] = []
    let found = 0
    for (const sample of samples) {
      const began = performance.now()
      const { items } = await findOrders({ siteIds: [SITE], query: textOf(sample), limit: LIMIT })
      times.push(performance.now() - began)
      if (items.some(({ orderNumber }) => orderNumber === sample.number)) found++
    }
    times.sort((a, b) => a - b)
    rows.push([
      kind,
      ms(percentile(times, 0.5)),
      ms(percentile(times, 0.99)),
      ms(times.at(-1) ?? 0),
      `${Math.round((found / samples.length) * 100)} %`,
    ])
  }
  return {
    title: `Search over ${ORDERS} orders: ${samples.length} questions of each kind, the first ${LIMIT} orders of each answer`,
    columns: ['what is typed', 'p50 ms', 'p99 ms', 'worst ms', 'its order on the first page'],
    rows,
    note: 'What fits many orders shows the newest; the order meant may stand on a later page.',
  }
}
