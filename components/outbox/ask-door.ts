import type { z } from 'zod'
import { problemOf } from '@/components/live/fetch-json'

/** A network that half works answers nobody: after this long it counts as none. */
const PATIENCE_MS = 10_000

/** Asks our own API and parses its answer. @throws FetchProblem with words fit to be shown; status 0 when the server was not reached */
export const askDoor = <T>(path: string, schema: z.ZodType<T>, body?: unknown): Promise<T> =>
  readAnswer(
    fetch(path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE_MS),
    }),
    schema,
  )

/** The same of a question that was asked already. @throws FetchProblem */
export async function readAnswer<T>(asked: Promise<Response>, schema: z.ZodType<T>): Promise<T> {
  const response = await asked.catch(() => null)
  if (!response?.ok) throw await problemOf(response)
  const text = await response.text()
  return schema.parse(text === '' ? null : JSON.parse(text))
}
