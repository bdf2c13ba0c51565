import { expect, it } from 'vitest'
import type { Alert } from '@/lib/queue-health/schema'
import { messageAlone, openCritical, ordersWords, sortAlerts } from './alert-words'

const alert = (id: string, state: Alert['state'], severity: Alert['severity'], minute: number): Alert => ({
  id,
  site: 'S',
  queue: 'confirmation-email',
  severity,
  state,
  cause: 'burst',
  message: '',
  ordersAffected: 0,
  openedAt: new Date(Date.UTC(2026, 10, 21, 14, minute)).toISOString(),
  escalatedAt: null,
  acknowledgedAt: null,
  acknowledgedBy: null,
  silencedUntil: null,
  resolvedAt: null,
  version: 1,
})

const alerts = [
  alert('resolved', 'resolved', 'critical', 9),
  alert('warning', 'open', 'warning', 5),
  alert('taken on', 'acknowledged', 'critical', 8),
  alert('old', 'open', 'critical', 1),
  alert('new', 'open', 'critical', 2),
]

it('puts what asks for attention first', () => {
  expect(sortAlerts(alerts).map(({ id }) => id)).toEqual(['new', 'old', 'warning', 'taken on', 'resolved'])
})

it('counts as open and critical only what nobody has taken on', () => {
  expect(openCritical(alerts).map(({ id }) => id)).toEqual(['old', 'new'])
})

it('speaks of one order and of several', () => {
  expect([ordersWords(1), ordersWords(37)]).toEqual(['1 order', '37 orders'])
})

it('leaves out the name of the queue where it is said already', () => {
  const queue = 'confirmation-email'
  expect(messageAlone({ queue, message: 'Confirmation e-mail: nothing waits' })).toBe('nothing waits')
  expect(messageAlone({ queue, message: '3 dead letters' })).toBe('3 dead letters')
})
