import type { State } from '@/components/ui/state'
import type { Alert, AlertPage, AlertSeverity, AlertState } from '@/lib/queue-health/schema'
import { queueName } from './queue-words'

export const SEVERITIES: Record<AlertSeverity, { text: string; state: State }> = {
  critical: { text: 'Critical', state: 'failed' },
  warning: { text: 'Warning', state: 'late' },
}

export const ALERT_STATES: Record<AlertState, string> = {
  open: 'Open',
  acknowledged: 'Acknowledged',
  resolved: 'Resolved',
}

type Notice = AlertPage['notices'][number]

export const NOTICE_EVENTS: Record<Notice['event'], string> = {
  opened: 'opened',
  escalated: 'became critical',
  resolved: 'resolved',
}

export const NOTICE_STATES: Record<Notice['state'], { text: string; state: State }> = {
  owed: { text: 'Owed', state: 'waiting' },
  sent: { text: 'Told', state: 'done' },
  dropped: { text: 'Not told: silenced', state: 'stopped' },
  dead: { text: 'Given up', state: 'failed' },
}

const STATE_ORDER: readonly AlertState[] = ['open', 'acknowledged', 'resolved']

/** What asks for attention first: open before acknowledged before resolved, critical before warning, newest first. */
export function sortAlerts(alerts: readonly Alert[]): Alert[] {
  return [...alerts].sort(
    (one, other) =>
      STATE_ORDER.indexOf(one.state) - STATE_ORDER.indexOf(other.state) ||
      Number(other.severity === 'critical') - Number(one.severity === 'critical') ||
      Date.parse(other.openedAt) - Date.parse(one.openedAt),
  )
}

/** The alerts that nobody has taken on although they can not wait. */
export const openCritical = (alerts: readonly Alert[]): Alert[] =>
  alerts.filter(({ state, severity }) => state === 'open' && severity === 'critical')

/** An alert's message where its queue is named already: it begins with that name, for mail and webhook. */
export function messageAlone({ queue, message }: Pick<Alert, 'queue' | 'message'>): string {
  const name = `${queueName(queue)}: `
  return message.startsWith(name) ? message.slice(name.length) : message
}

/** "37 orders", "1 order". */
export const ordersWords = (count: number): string => `${count} ${count === 1 ? 'order' : 'orders'}`
