import { z } from 'zod'
import { db } from '@/lib/platform/db'
import { readPlace } from '@/lib/platform/read-place'
import type { Alert as AlertRow, Prisma } from '@/prisma/generated/client'
import { type JudgedQueue, judgeQueues } from './judge-queues'
import {
  type Alert,
  type AlertPage,
  type AlertState,
  type AlertTarget,
  alertPageSchema,
  alertTargetSchema,
  type DeadLetter,
  type DeadLetterKind,
  type DeadLetterPage,
  type DeadLetterState,
  deadLetterPageSchema,
  deadLetterSchema,
  type Queue,
  type QueueList,
  type QueuePage,
  queueSchema,
} from './schema'

const HOUR_MS = 3_600_000

/** Every queue of the sites as it stands now: the night shift first, then the steps, then the functions. */
export async function listQueues(siteIds: string[] | 'all'): Promise<QueueList> {
  const [{ queues }, watchedAt] = await Promise.all([judgeQueues(), findWatchedAt()])
  const items = queues.filter(({ site }) => siteIds === 'all' || siteIds.includes(site)).map(publicQueue)
  return { items, nextCursor: null, watchedAt }
}

/** One queue with its last hour, of the first of the sites that has it; null when none has. */
export async function findQueue(
  siteIds: string[] | 'all',
  name: string,
  now: Date,
): Promise<QueuePage | null> {
  const [{ queues }, watchedAt] = await Promise.all([judgeQueues(), findWatchedAt()])
  const queue = queues.find((one) => one.name === name && (siteIds === 'all' || siteIds.includes(one.site)))
  if (!queue) return null
  const samples = await db.queueSample.findMany({
    where: { siteId: queue.site, queue: name, at: { gte: new Date(now.getTime() - HOUR_MS) } },
    orderBy: { at: 'asc' },
    select: { at: true, waiting: true, overdue: true, oldestWaitSeconds: true, perMinute: true },
  })
  return {
    queue: publicQueue(queue),
    samples: samples.map(({ at, ...sample }) => ({ at: at.toISOString(), ...sample })),
    failures: queue.failures,
    watchedAt,
  }
}

const publicQueue = (queue: JudgedQueue): Queue => queueSchema.parse(queue)

/** When the watcher last looked; null when none ever did. */
export async function findWatchedAt(): Promise<string | null> {
  const beat = await db.heartbeat.findUnique({ where: { name: 'watcher' } })
  return beat?.beatAt.toISOString() ?? null
}

/** How long ago the watcher last looked, by the database's clock; null when none ever did. */
export async function secondsSinceWatched(): Promise<number | null> {
  const [row] = await db.$queryRaw<{ seconds: number }[]>`
    SELECT extract(epoch FROM now() - beat_at)::float8 AS seconds FROM heartbeat WHERE name = 'watcher'`
  return row?.seconds ?? null
}

const siteIn = (siteIds: string[] | 'all') => (siteIds === 'all' ? {} : { siteId: { in: siteIds } })

export type AlertFilter = {
  siteIds: string[] | 'all'
  state?: AlertState | 'unresolved'
  cursor?: string
  limit: number
}

/** Alerts, newest first. */
export async function listAlerts(
  filter: AlertFilter,
): Promise<{ items: Alert[]; nextCursor: string | null }> {
  const { siteIds, state, cursor, limit } = filter
  const [rows, silences] = await Promise.all([
    db.alert.findMany({
      where: {
        AND: [
          siteIn(siteIds),
          state === undefined ? {} : { state: state === 'unresolved' ? { not: 'resolved' } : state },
          before(cursor, 'openedAt'),
        ],
      },
      orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
    }),
    db.alertSilence.findMany({ where: { ...siteIn(siteIds), until: { gt: new Date() } } }),
  ])
  const page = rows.slice(0, limit)
  const until = (row: AlertRow) =>
    silences.find((silence) => silence.siteId === row.siteId && silence.queue === row.queue)?.until ?? null
  return {
    items: page.map((row) => alertOf(row, until(row))),
    nextCursor: rows.length > limit ? cursorOf(page.at(-1), (row) => row.openedAt) : null,
  }
}

/** One alert with the words that were sent about it; null when there is none. */
export async function findAlert(id: string): Promise<AlertPage | null> {
  const row = await db.alert.findUnique({
    where: { id },
    include: { notices: { orderBy: { createdAt: 'asc' }, include: { target: true } } },
  })
  if (!row) return null
  const silence = await db.alertSilence.findFirst({
    where: { siteId: row.siteId, queue: row.queue, until: { gt: new Date() } },
  })
  const notices = row.notices.map(({ event, state, attempts, sentAt, lastError, target }) => ({
    event,
    kind: target.kind,
    address: target.address,
    state,
    attempts,
    sentAt: sentAt?.toISOString() ?? null,
    lastError,
  }))
  return alertPageSchema.parse({ ...alertOf(row, silence?.until ?? null), notices })
}

/** An alert's row as the outside sees it. */
export function alertOf(row: AlertRow, silencedUntil: Date | null): Alert {
  return {
    id: row.id,
    site: row.siteId,
    queue: row.queue,
    severity: row.severity,
    state: row.state,
    cause: row.cause,
    message: row.message,
    ordersAffected: row.ordersAffected,
    openedAt: row.openedAt.toISOString(),
    escalatedAt: row.escalatedAt?.toISOString() ?? null,
    acknowledgedAt: row.acknowledgedAt?.toISOString() ?? null,
    acknowledgedBy: row.acknowledgedBy,
    silencedUntil: silencedUntil?.toISOString() ?? null,
    resolvedAt: row.resolvedAt?.toISOString() ?? null,
    version: row.version,
  }
}

/** Whom the sites' alerts are sent to. */
export async function listAlertTargets(siteIds: string[] | 'all'): Promise<AlertTarget[]> {
  const rows = await db.alertTarget.findMany({
    where: siteIn(siteIds),
    orderBy: [{ siteId: 'asc' }, { createdAt: 'asc' }],
  })
  return rows.map(({ siteId, secret: _, createdAt: __, ...target }) =>
    alertTargetSchema.parse({ ...target, site: siteId }),
  )
}

export type DeadLetterFilter = {
  siteIds: string[] | 'all'
  kind?: DeadLetterKind
  state?: DeadLetterState
  queue?: string
  cursor?: string
  limit: number
}

/** Dead letters, newest first; those of no site are everybody's. */
export async function listDeadLetters(
  filter: DeadLetterFilter,
): Promise<{ items: DeadLetter[]; nextCursor: string | null }> {
  const { siteIds, kind, state, queue, cursor, limit } = filter
  const rows = await db.deadLetter.findMany({
    where: {
      AND: [
        siteIds === 'all' ? {} : { OR: [{ siteId: { in: siteIds } }, { siteId: null }] },
        { kind, state, queue },
        before(cursor, 'createdAt'),
      ],
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
  })
  const page = rows.slice(0, limit)
  return {
    items: page.map((row) => deadLetterSchema.parse(letterOf(row))),
    nextCursor: rows.length > limit ? cursorOf(page.at(-1), (row) => row.createdAt) : null,
  }
}

/** One dead letter with its payload and history; null when there is none. */
export async function findDeadLetter(id: string): Promise<DeadLetterPage | null> {
  const row = await db.deadLetter.findUnique({ where: { id } })
  return row && deadLetterPageSchema.parse({ ...letterOf(row), payload: row.payload, history: row.history })
}

/** The steps whose dead letters a person has laid aside. */
export async function listDiscardedSteps(): Promise<{ orderNumber: string; kind: string }[]> {
  const rows = await db.deadLetter.findMany({
    where: { kind: 'step', state: 'discarded' },
    select: { subject: true, queue: true },
  })
  return rows.map(({ subject, queue }) => ({ orderNumber: subject, kind: queue }))
}

function letterOf(row: Prisma.DeadLetterGetPayload<object>) {
  return {
    ...row,
    site: row.siteId,
    replayAt: row.replayAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }
}

function cursorOf<Row extends { id: string }>(row: Row | undefined, at: (row: Row) => Date): string | null {
  return row ? Buffer.from(`${at(row).toISOString()} ${row.id}`).toString('base64url') : null
}

function before<Column extends string>(cursor: string | undefined, column: Column): object {
  const place = readPlace(cursor, z.tuple([z.iso.datetime(), z.uuid()]))
  if (!place) return {}
  const [moment, id] = place
  return { OR: [{ [column]: { lt: moment } }, { [column]: moment, id: { lt: id } }] }
}
