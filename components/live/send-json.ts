import type { z } from 'zod'
import { problemOf } from './fetch-json'

/**
 * Asks our own API for a change and parses its answer.
 * @param body left out where the path says all
 * @param contentType where the body is more than plain JSON, such as a CloudEvent
 * @throws FetchProblem with words fit to be shown; status 0 when the server was not reached
 */
export async function sendJson<T>(
  method: 'POST' | 'PUT' | 'DELETE',
  path: string,
  schema: z.ZodType<T>,
  body?: unknown,
  contentType = 'application/json',
): Promise<T> {
  const response = await fetch(path, {
    method,
    headers: { accept: 'application/json', 'content-type': contentType },
    body: body === undefined ? undefined : JSON.stringify(body),
  }).catch(() => null)
  if (!response?.ok) throw await problemOf(response)
  const text = await response.text()
  return schema.parse(text === '' ? null : JSON.parse(text))
}
