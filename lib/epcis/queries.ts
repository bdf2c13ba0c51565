import { z } from 'zod'
import { readDigitalLink } from '@/lib/catalog/rules/digital-link'
import { db, pool } from '@/lib/platform/db'
import { readPlace } from '@/lib/platform/read-place'
import type { EpcisCapture, Prisma } from '@/prisma/generated/client'
import type { EventQuery } from './rules/event-query'
import type { KnownPlace } from './rules/stock-events-of'
import { type CaptureJob, captureJobSchema } from './schema'

/** Who looks: a caller sees what they captured themselves and what is of their sites. */
export type Viewer = { clientId: string; siteIds: string[] | 'all' }
export type Page = { perPage: number; nextPageToken?: string }

/** Places of ours by their canonical links: a site by its GLN, a bin by its code as the GLN's extension. */
export async function findPlaces(
  tx: Prisma.TransactionClient,
  links: string[],
  siteIds: string[] | 'all',
): Promise<Map<string, KnownPlace>> {
  const wanted = [...new Set(links)].flatMap((link) => {
    const read = readDigitalLink(link)
    const [gln, extension] = read.ok ? read.elements : []
    return gln?.ai === '414' ? [{ link, gln: gln.value, code: extension?.value ?? null }] : []
  })
  const sites = await tx.site.findMany({
    where: { gln: { in: wanted.map(({ gln }) => gln) }, ...(siteIds !== 'all' && { id: { in: siteIds } }) },
    select: {
      id: true,
      gln: true,
      bins: { where: { code: { in: wanted.flatMap(({ code }) => code ?? []) } }, select: { code: true } },
    },
  })
  const places = wanted.flatMap(({ link, gln, code }): [string, KnownPlace][] => {
    const site = sites.find((one) => one.gln === gln)
    const bin = site?.bins.find((one) => one.code === code)?.code ?? null
    return site ? [[link, { site: site.id, bin }]] : []
  })
  return new Map(places)
}

/** Which of these GTIN-13s the catalogue has. */
export async function findProducts(tx: Prisma.TransactionClient, gtins: string[]): Promise<Set<string>> {
  const rows = await tx.product.findMany({ where: { gtin: { in: gtins } }, select: { gtin: true } })
  return new Set(rows.map(({ gtin }) => gtin))
}

/** A capture job; null when there is none, or it is somebody else's. */
export async function findCapture(id: string, viewer: Viewer): Promise<CaptureJob | null> {
  const row = await db.epcisCapture.findFirst({ where: { id, ...capturesOf(viewer) } })
  return row && captureJob(row)
}

/** Capture jobs, newest first. */
export async function listCaptures(
  { perPage, nextPageToken }: Page,
  viewer: Viewer,
): Promise<{ items: CaptureJob[]; nextPageToken: string | null } | 'bad-token'> {
  const after = readPlace(nextPageToken, CAPTURE)
  if (nextPageToken !== undefined && !after) return 'bad-token'
  const earlier = after && {
    OR: [{ createdAt: { lt: after[0] } }, { createdAt: after[0], id: { lt: after[1] } }],
  }
  const rows = await db.epcisCapture.findMany({
    where: { AND: [capturesOf(viewer), earlier ?? {}] },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: perPage + 1,
  })
  const items = rows.slice(0, perPage)
  const last = rows.length > perPage ? items.at(-1) : undefined
  return {
    items: items.map(captureJob),
    nextPageToken: last ? token(last.createdAt, last.id) : null,
  }
}

/** Captures that should be done by now. */
export async function listOverdueCaptures(before: Date, limit: number): Promise<string[]> {
  const rows = await db.epcisCapture.findMany({
    where: { finishedAt: null, createdAt: { lt: before } },
    orderBy: { createdAt: 'asc' },
    take: limit,
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

const viewing = ({ clientId, siteIds }: Viewer): unknown[] => [
  siteIds === 'all',
  clientId,
  siteIds === 'all' ? [] : siteIds,
]

const capturesOf = ({ clientId, siteIds }: Viewer) => (siteIds === 'all' ? {} : { clientId })

function captureJob(row: EpcisCapture): CaptureJob {
  return captureJobSchema.parse({
    captureID: row.id,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString(),
    running: row.finishedAt === null,
    success: row.success,
    captureErrorBehaviour: row.errorBehaviour,
    errors: row.errors,
  })
}

const token = (at: Date, place: string): string =>
  Buffer.from(`${at.toISOString()} ${place}`).toString('base64url')
const CAPTURE = z.tuple([z.iso.datetime(), z.uuid()])
/** The id of the last event, and how many came up to it. */
const EVENT = z.tuple([z.iso.datetime(), z.string().regex(/^\d{1,18}\/\d{1,9}$/)])

export type FoundEvents = { events: Record<string, unknown>[]; nextPageToken: string | null }
type Row = {
  id: string
  event_id: string
  at: Date
  record_time: Date
  body: Record<string, unknown>
  context: unknown
}

/**
 * Events that fit a query, a page of them.
 * @returns `too-many` when more than `maxEventCount` fit
 */
export async function findEvents(
  { conditions, orderBy, descending, eventCountLimit, maxEventCount }: EventQuery,
  page: Page,
  viewer: Viewer,
): Promise<FoundEvents | 'too-many' | 'bad-token'> {
  const after = readPlace(page.nextPageToken, EVENT)
  if (page.nextPageToken !== undefined && !after) return 'bad-token'
  const values: unknown[] = viewing(viewer)
  const bound = (sql: string, value: unknown) => sql.replaceAll('?', `$${values.push(value)}`)
  const fits = [
    '($1 OR client_id = $2 OR site_id = ANY($3::text[]))',
    ...conditions.map((one) => bound(one.sql, one.value)),
  ]
  if (maxEventCount !== null && (await countsMore(fits, values, maxEventCount))) return 'too-many'
  const [lastId = '0', seen = '0'] = after?.[1].split('/') ?? []
  const column = orderBy ?? 'record_time'
  if (after) {
    const [at, id] = [bound('?::timestamptz', after[0]), bound('?::bigint', lastId)]
    fits.push(`(${column}, id) ${descending ? '<' : '>'} (${at}, ${id})`)
  }
  const left =
    eventCountLimit === null ? page.perPage : Math.min(page.perPage, eventCountLimit - Number(seen))
  const direction = descending ? 'DESC' : 'ASC'
  const { rows } = await pool.query<Row>(
    `SELECT id, event_id, ${column} AS at, record_time, body, context FROM epcis_event WHERE ${fits.join(' AND ')}
      ORDER BY ${column} ${direction}, id ${direction} LIMIT ${left + 1}`,
    values,
  )
  const shown = rows.slice(0, left)
  const last = shown.at(-1)
  const count = Number(seen) + shown.length
  const isMore = rows.length > left && (eventCountLimit === null || count < eventCountLimit)
  return {
    events: shown.map(asSent),
    nextPageToken: isMore && last ? token(last.at, `${last.id}/${count}`) : null,
  }
}

async function countsMore(fits: string[], values: unknown[], most: number): Promise<boolean> {
  const { rows } = await pool.query(
    `SELECT 1 FROM epcis_event WHERE ${fits.join(' AND ')} LIMIT ${most + 1}`,
    values,
  )
  return rows.length > most
}

// As it was sent, with the id and the moment of the record that we gave it, and the names its document had declared.
const asSent = ({ event_id, record_time, body, context }: Row): Record<string, unknown> => ({
  ...(context !== null && { '@context': context }),
  ...body,
  eventID: event_id,
  recordTime: record_time.toISOString(),
})

/** An event and the declarations that it was an error, by its id; empty when there is none. */
export async function findEvent(eventId: string, viewer: Viewer): Promise<Record<string, unknown>[]> {
  const { rows } = await pool.query<Row>(
    `SELECT id, event_id, record_time AS at, record_time, body, context FROM epcis_event
      WHERE event_id = $4 AND ($1 OR client_id = $2 OR site_id = ANY($3::text[])) ORDER BY id`,
    [...viewing(viewer), eventId],
  )
  return rows.map(asSent)
}

const TERMS = {
  eventTypes: 'SELECT DISTINCT type AS term FROM epcis_event WHERE',
  bizSteps: 'SELECT DISTINCT biz_step AS term FROM epcis_event WHERE',
  dispositions: 'SELECT DISTINCT disposition AS term FROM epcis_event WHERE',
  bizLocations: 'SELECT DISTINCT biz_location AS term FROM epcis_event WHERE',
  readPoints: 'SELECT DISTINCT read_point AS term FROM epcis_event WHERE',
  epcs: 'SELECT DISTINCT term FROM epcis_event, unnest(any_epcs) term WHERE',
} as const
export type TermKind = keyof typeof TERMS

/** The terms of a kind that captured events use, in their order, after one of them; or whether one is used. */
export async function listTerms(
  kind: TermKind,
  { after, limit, only }: { after: string; limit: number; only?: string },
  viewer: Viewer,
): Promise<string[]> {
  const { rows } = await pool.query<{ term: string }>(
    `SELECT term FROM (${TERMS[kind]} ($1 OR client_id = $2 OR site_id = ANY($3::text[]))) used
      WHERE term COLLATE "C" > $4 AND ($6::text IS NULL OR term = $6) ORDER BY term COLLATE "C" LIMIT $5`,
    [...viewing(viewer), after, limit, only ?? null],
  )
  return rows.map(({ term }) => term)
}
