import type { AlertSeverity, AlertState } from '../schema'
import type { Topic, WantedAlert } from './wanted-alert'

/** An alert that is not resolved, as it is kept. */
export type OpenAlert = {
  id: string
  site: string
  queue: string
  topic: Topic
  severity: AlertSeverity
  state: Exclude<AlertState, 'resolved'>
  cause: string
  message: string
  ordersAffected: number
  openedAt: Date
  calmSince: Date | null
  escalatedAt: Date | null
}

export type AlertChange =
  | { change: 'open'; wanted: WantedAlert }
  /** Another severity, cause or number; `escalates` when people must hear of it again. */
  | { change: 'update'; id: string; wanted: WantedAlert; escalates: boolean }
  | { change: 'calm'; id: string }
  | { change: 'resolve'; id: string }

/** A queue must stay well so long before its alert resolves: a dependency that flaps is one trouble. */
export const CALM_SECONDS = 6
/** A critical alert that nobody has acknowledged by then is said again. */
export const UNHEARD_SECONDS = 300

const keyOf = (alert: { site: string; queue: string; topic: Topic }) =>
  `${alert.site} ${alert.queue} ${alert.topic}`

/** What becomes of the open alerts, given those that ought to be open; those in `held` stay as they are. */
export function alertChanges(
  open: OpenAlert[],
  wanted: WantedAlert[],
  held: { site: string; queue: string; topic: Topic }[],
  now: Date,
): AlertChange[] {
  const known = new Map(open.map((alert) => [keyOf(alert), alert]))
  const wish = new Map(wanted.map((alert) => [keyOf(alert), alert]))
  const kept = new Set(held.map(keyOf))
  const opening = wanted
    .filter((alert) => !known.has(keyOf(alert)))
    .map((alert) => ({ change: 'open' as const, wanted: alert }))
  const rest = open.flatMap((alert): AlertChange[] => {
    if (kept.has(keyOf(alert))) return []
    const asked = wish.get(keyOf(alert))
    return asked ? updated(alert, asked, now) : calmed(alert, now)
  })
  return [...opening, ...rest]
}

function updated(alert: OpenAlert, wanted: WantedAlert, now: Date): AlertChange[] {
  const worse = alert.severity === 'warning' && wanted.severity === 'critical'
  // What was critical once stays so until it is over.
  const severity = alert.severity === 'critical' ? 'critical' : wanted.severity
  const told = {
    ...wanted,
    severity,
    cause: lastingCause(alert, wanted),
    ordersAffected: most(alert, wanted),
  }
  const unheard =
    severity === 'critical' &&
    alert.state === 'open' &&
    alert.escalatedAt === null &&
    now.getTime() - alert.openedAt.getTime() >= UNHEARD_SECONDS * 1000
  const same =
    !worse &&
    !unheard &&
    alert.calmSince === null &&
    alert.cause === told.cause &&
    alert.message === told.message
  if (same) return []
  return [{ change: 'update', id: alert.id, wanted: told, escalates: worse || unheard }]
}

// What is being caught up with was caused by what was wrong before.
const lastingCause = (alert: OpenAlert, { cause }: WantedAlert): string =>
  cause === 'burst' || cause === 'overload' ? alert.cause : cause

// All the orders it has touched, so that an alert which is over still tells how bad it was.
const most = (alert: OpenAlert, { ordersAffected }: WantedAlert): number =>
  Math.max(alert.ordersAffected, ordersAffected)

function calmed(alert: OpenAlert, now: Date): AlertChange[] {
  if (alert.calmSince === null) return [{ change: 'calm', id: alert.id }]
  return now.getTime() - alert.calmSince.getTime() >= CALM_SECONDS * 1000
    ? [{ change: 'resolve', id: alert.id }]
    : []
}
