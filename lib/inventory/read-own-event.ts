import type { CloudEvent } from '@/lib/platform/rules/cloud-event'
import type { InventoryFact } from './events'
import { parseInventoryEvent } from './parse-inventory-event'

type OwnEvent = Pick<CloudEvent, 'source' | 'id' | 'type' | 'subject' | 'data'>

/**
 * An event that the house itself tells, read as everybody's are.
 * @throws when it cannot be read: the fault is ours, and sending it again mends nothing
 */
export function readOwnEvent(event: OwnEvent, now: Date): InventoryFact {
  const read = parseInventoryEvent({ specversion: '1.0', ...event }, now)
  if (!read.ok) throw new Error(`${event.source} tells what is no event: ${read.reason}`)
  return read.event
}
