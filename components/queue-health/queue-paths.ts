import { inventoryEventsQueue } from '@/lib/inventory/events'
import type { Queue } from '@/lib/queue-health/schema'

const siteOf = (site: string): string => `site=${encodeURIComponent(site)}`

export const queuesPath = (site: string): string => `/api/queues?${siteOf(site)}`

export const queuePath = (site: string, name: string): string =>
  `/api/queues/${encodeURIComponent(name)}?${siteOf(site)}`

/** Where a queue is shown. Events of the outside are answered at once and queue nowhere: what was refused is all there is. */
export const queueHref = (name: string): string =>
  name === inventoryEventsQueue ? deadLettersHref(name) : `/queues/${encodeURIComponent(name)}`

const deadLettersHref = (queue: string): string => `/dead-letters?queue=${encodeURIComponent(queue)}`

/** The list behind each number of a queue: orders for a step, the queue's own page for anything else. */
export function queueLists({ name, kind }: Pick<Queue, 'name' | 'kind'>) {
  const step = kind === 'step' ? `/orders?step=${encodeURIComponent(name)}` : null
  const own = queueHref(name)
  return {
    waiting: step ?? own,
    overdue: step ? `${step}&standing=late` : own,
    retrying: own,
    dead: deadLettersHref(name),
  }
}
