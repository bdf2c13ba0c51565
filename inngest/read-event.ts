import { NonRetriableError } from 'inngest'
import { type ZodType, z } from 'zod'

/**
 * What an event brought, checked at the function's door.
 * @throws NonRetriableError when it is not what the function takes: it will not be right the next time either
 */
export function readEvent<Shape>(schema: ZodType<Shape>, event: unknown): Shape {
  const parsed = schema.safeParse(event)
  if (parsed.success) return parsed.data
  throw new NonRetriableError(`the event is not right: ${z.prettifyError(parsed.error)}`)
}
