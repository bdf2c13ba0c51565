import { createSerializer, parseAsString } from 'nuqs/server'
import { BELT_MINUTES, beltRecordsQueue, sorterOfQueue } from '@/lib/queue-health/rules/belt-facts'
import type { BeltTrouble } from '@/lib/queue-health/rules/wanted-alert'
import { auditQueue } from '@/lib/queue-health/rules/wanted-audit-alert'
import { paymentsQueue } from '@/lib/queue-health/rules/wanted-money-alerts'
import type { Alert } from '@/lib/queue-health/schema'
import { queueHref } from './queue-paths'
import { affectedHref } from './queue-words'

type About = Pick<Alert, 'queue' | 'cause' | 'openedAt'>

const NAMES = ['sorter', 'action', 'because', 'outcome', 'misSort', 'from'] as const
type Search = Partial<Record<(typeof NAMES)[number], string>>
const decisionsPage = createSerializer(
  Object.fromEntries(NAMES.map((name) => [name, parseAsString])) as Record<
    keyof Search,
    typeof parseAsString
  >,
)

/** The decisions behind each trouble of a belt. */
const DECISIONS: Record<BeltTrouble, Search> = {
  'no-read': { because: 'no-read' },
  recirculation: { action: 'recirculate' },
  'too-late': { because: 'too-late' },
  'lane-full': { because: 'lane-full' },
  'scanner-silent': {},
  missing: { outcome: 'lost' },
  'mis-sort': { misSort: 'true' },
  unconfirmed: { outcome: 'unconfirmed' },
  'no-owner': { because: 'no-owner' },
}
const isTrouble = (cause: string): cause is BeltTrouble => Object.hasOwn(DECISIONS, cause)

/** Where what an alert is about is shown: of a belt its boxes, from those on that opened it; else its queue. */
export function alertHref({ queue, cause, openedAt }: About): string {
  if (queue === beltRecordsQueue) return '/conveyor'
  if (queue === paymentsQueue) return '/orders'
  if (queue === auditQueue) return '/settings/audit'
  const sorter = sorterOfQueue(queue)
  if (sorter === null) return queueHref(queue)
  const from = new Date(Date.parse(openedAt) - BELT_MINUTES * 60_000).toISOString()
  return decisionsPage('/conveyor/decisions', { sorter, ...(isTrouble(cause) ? DECISIONS[cause] : {}), from })
}

/** The orders that an alert counts: of a belt, its boxes, which name them. */
export const ordersHref = (alert: About): string =>
  sorterOfQueue(alert.queue) === null ? affectedHref(alert.queue) : alertHref(alert)
