import { type ZodType, z } from 'zod'

/** A version of a type of event that the outside may tell us (`in`) or hear of us (`out`). */
export type EventType = {
  /** Without its version: `stowline.inventory.received`. */
  type: string
  version: number
  direction: 'in' | 'out'
  /** The event's data; its `description` says what the event means. */
  data: ZodType
}

/** The type as a CloudEvent names it: `stowline.inventory.received.v1`. */
export const versionedType = ({ type, version }: Pick<EventType, 'type' | 'version'>) => `${type}.v${version}`

/** Where a version's schema is served: the path of its `$id`, and of the `dataschema` of events that follow it. */
export const schemaPath = (type: Pick<EventType, 'type' | 'version'>) => `/api/schemas/${versionedType(type)}`

/** The JSON Schema (2020-12) of an event's data. Its `$id` is relative: it holds wherever the house is served. */
export function eventJsonSchema(type: EventType): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(type.data, {
    io: type.direction === 'in' ? 'input' : 'output',
  })
  return { $schema, $id: schemaPath(type), title: versionedType(type), ...schema }
}
