import { inventoryEventTypes } from '@/lib/inventory/events'
import type { EventType } from '@/lib/platform/event-type'

/** Every type and version of event that has a promised shape, of all rooms. A room adds its list here. */
export const eventTypes: EventType[] = [...inventoryEventTypes]
