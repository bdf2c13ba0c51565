import { type EventType, eventJsonSchema, versionedType } from '@/lib/platform/event-type'
import { eventTypes } from './event-types'

/** A type of event with all its versions, oldest first, or undefined when nobody knows it. */
export function versionsOf(type: string) {
  const known = eventTypes.filter((one) => one.type === type).sort((a, b) => a.version - b.version)
  const latest = known.at(-1)
  return latest && { ...headOf(latest), versions: known.map(versionOf) }
}

/** All types, as the list of schemas shows them. */
export function listTypes() {
  return [...new Set(eventTypes.map(({ type }) => type))].flatMap((type) => {
    const found = versionsOf(type)
    return found ? [{ ...found, versions: found.versions.map(({ version }) => version) }] : []
  })
}

const headOf = (latest: EventType) => ({
  type: latest.type,
  description: latest.data.description ?? '',
  direction: latest.direction,
  latest: latest.version,
  href: `/api/schemas/${latest.type}`,
})

const versionOf = (one: EventType) => ({
  version: one.version,
  type: versionedType(one),
  schema: eventJsonSchema(one),
})
