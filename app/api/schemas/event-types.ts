import { PUBLISHED } from '@/lib/downstream/events'
import { inventoryEventTypes } from '@/lib/inventory/events'
import type { EventType } from '@/lib/platform/event-type'

const VERSIONED = /^(.+)\.v(\d+)$/

/** What the feed tells, each under its type and version. */
const told = Object.values(PUBLISHED).map(({ type, description, data }): EventType => {
  const [, name = type, version = '1'] = VERSIONED.exec(type) ?? []
  return { type: name, version: Number(version), direction: 'out', data: data.meta({ description }) }
})

/** Every type and version of event that has a promised shape, of all rooms. A room adds its list here. */
export const eventTypes: EventType[] = [...inventoryEventTypes, ...told]
