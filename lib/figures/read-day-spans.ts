import { db } from '@/lib/platform/db'
import type { DaySpan } from './day-schema'
import { spansOfChanges } from './rules/spans-of-changes'

const DAY_MS = 86_400_000
/** Postgres comes back by itself. */
const DATABASE_DOWN_MS = 10_000
const CALM = ['ok', 'running', 'open']

type Between = { from: Date; to: Date }

/** What lasted at a site between two moments: alerts, what was broken on purpose, lanes that a person closed. */
export async function readDaySpans(siteId: string, between: Between): Promise<DaySpan[]> {
  const { from, to } = between
  const [alerts, entries] = await Promise.all([
    db.alert.findMany({
      where: { siteId, openedAt: { lt: to }, OR: [{ resolvedAt: null }, { resolvedAt: { gte: from } }] },
      orderBy: { openedAt: 'asc' },
    }),
    db.auditEntry.findMany({
      where: {
        at: { gte: new Date(from.getTime() - DAY_MS), lt: to },
        outcome: 'allowed',
        OR: [{ action: 'setFaults' }, { action: 'setLaneState', siteId }],
      },
      orderBy: { id: 'asc' },
    }),
  ])
  const ms = { fromMs: from.getTime(), toMs: to.getTime() }
  const of = (action: string) => entries.filter((entry) => entry.action === action)
  return [
    ...alerts.map((alert) => ({
      kind: 'alert' as const,
      ...{ id: alert.id, about: alert.queue, detail: alert.message, severity: alert.severity },
      from: alert.openedAt.toISOString(),
      until: alert.resolvedAt?.toISOString() ?? null,
    })),
    ...spansOfChanges('fault', of('setFaults').flatMap(faultsOf), ms),
    ...spansOfChanges('lane', of('setLaneState').map(laneOf), ms),
  ]
}

type Entry = { at: Date; subject: string }

// The door wrote the subject from a body that it had parsed.
const faultsOf = ({ at, subject }: Entry) =>
  Object.entries(JSON.parse(subject) as Record<string, string>).map(([id, state]) => ({
    ...{ id, at, about: `${id} ${state}`, isCalm: CALM.includes(state) },
    untilMs: id === 'database' ? at.getTime() + DATABASE_DOWN_MS : undefined,
  }))

function laneOf({ at, subject }: Entry) {
  const [id = '', state = ''] = subject.split(' ')
  return { id, at, about: `${id} ${state}`, isCalm: CALM.includes(state) }
}
