import createClient, { type ClientPathsWithMethod, type MethodResponse } from 'openapi-fetch'
import type { components, paths } from './api-types'

const ANSWER_MS = 30_000
const LONGEST_WAIT_MS = 10_000

export type Client = ReturnType<typeof openClient>
export type Problem = components['schemas']['Problem']

/** A list may also be had as a table, which is nothing for a program. */
type Media = 'application/json' | 'application/problem+json'

/** What reading an address tells when all is well: `Told<'/api/picks/{tourId}'>`. */
export type Told<Path extends ClientPathsWithMethod<Client, 'get'>> = MethodResponse<Client, 'get', Path>

type Settings = {
  url: string
  key: string
  /** How long a request goes on being sent again while the house asks to wait; 30 s unless said. */
  patienceMs?: number
  /** What the work belongs to: the `traceparent` of each request. */
  traceparent?: () => string
}

/**
 * A client of the public API, typed by its OpenAPI document: `client.GET('/api/orders', { params: { query: { site } } })`
 * gives `{ data, error, response }`, of which `error` is a problem document. Where the house asks to wait (`Retry-After`),
 * what may be said twice is said again: after 429 everything, after 503 reads, `PUT`, `DELETE` and what has an
 * `Idempotency-Key`.
 * @throws Error from a call that gets no answer within 30 s
 */
export function openClient({ url, key, patienceMs = ANSWER_MS, traceparent }: Settings) {
  const client = createClient<paths, Media>({
    baseUrl: url,
    headers: { authorization: `Bearer ${key}` },
    fetch: (request) => sendPatiently(request, patienceMs),
  })
  if (traceparent)
    client.use({ onRequest: ({ request }) => void request.headers.set('traceparent', traceparent()) })
  return client
}

async function sendPatiently(request: Request, patienceMs: number): Promise<Response> {
  const endMs = performance.now() + patienceMs
  for (;;) {
    const answer = await fetch(request.clone(), { signal: AbortSignal.timeout(ANSWER_MS) })
    const waitMs = waitOf(request, answer)
    if (waitMs === undefined || performance.now() + waitMs > endMs) return answer
    await answer.body?.cancel()
    await new Promise((resolve) => setTimeout(resolve, waitMs))
  }
}

/** How long to wait before the same is sent again; undefined when it must not be. */
function waitOf({ method, headers }: Request, answer: Response): number | undefined {
  const seconds = Number(answer.headers.get('retry-after'))
  const countsOnce = method !== 'POST' || headers.has('idempotency-key')
  if (!seconds || !(answer.status === 429 || (answer.status === 503 && countsOnce))) return undefined
  return Math.min(seconds * 1_000, LONGEST_WAIT_MS)
}

/** A refusal, thrown by who does not expect one. */
export class ProblemError extends Error {
  constructor(
    readonly problem: Problem,
    readonly response: Response,
  ) {
    super(`${response.url} answers ${response.status}: ${problem.detail ?? problem.title}`)
    this.name = 'ProblemError'
  }
}

type Answered<Body> = { data?: Body; error?: unknown; response: Response }

/**
 * The body of an answer that is expected.
 * @throws ProblemError when the house refuses
 */
export async function bodyOf<Body>(asking: Promise<Answered<Body>>): Promise<Body> {
  const { data, response, error } = await asking
  if (response.ok) return data as Body
  const problem = (error ?? {}) as Partial<Problem>
  throw new ProblemError(
    { type: 'about:blank', title: response.statusText, status: response.status, ...problem },
    response,
  )
}

type Page<Item> = { items: Item[]; nextCursor: string | null }
type ItemOf<Body> = Body extends { items: (infer Item)[] } ? Item : never

/** Every item of a list, page by page: `ask` sends the request with the cursor that it is given. */
export async function* itemsOf<Body extends object>(
  ask: (cursor: string | undefined) => Promise<Answered<Body>>,
): AsyncGenerator<ItemOf<Body>> {
  for (let cursor: string | undefined; ; ) {
    // Some addresses answer one thing or a list, by what is asked.
    const page: Partial<Page<ItemOf<Body>>> = await bodyOf<object>(ask(cursor))
    yield* page.items ?? []
    if (!page.nextCursor) return
    cursor = page.nextCursor
  }
}
