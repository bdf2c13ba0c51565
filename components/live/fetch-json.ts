import { z } from 'zod'

const problemSchema = z.object({ title: z.string(), detail: z.string().optional() })

/** An answer that is not the thing asked for; `message` is fit to be shown. */
export class FetchProblem extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message)
    this.name = 'FetchProblem'
  }
}

/**
 * Gets a path of our own API and parses the answer. A session that has ended leads to the sign-in and back here.
 * @throws FetchProblem with the RFC 9457 problem's words
 */
export async function fetchJson<T>(path: string, schema: z.ZodType<T>, signal: AbortSignal): Promise<T> {
  const response = await fetch(path, { signal, headers: { accept: 'application/json' } })
  if (response.ok) return schema.parse(await response.json())
  throw await problemOf(response)
}

/** Why an answer is not the thing asked for; `null` stands for no answer at all. */
export async function problemOf(response: Response | null): Promise<FetchProblem> {
  if (!response) return new FetchProblem(0, 'The server was not reached.')
  if (response.status === 401) {
    window.location.assign(
      `/sign-in?next=${encodeURIComponent(window.location.pathname + window.location.search)}`,
    )
  }
  const problem = problemSchema.safeParse(await response.json().catch(() => null))
  const words = problem.success
    ? (problem.data.detail ?? problem.data.title)
    : 'The server gave no usable answer.'
  return new FetchProblem(response.status, words)
}
