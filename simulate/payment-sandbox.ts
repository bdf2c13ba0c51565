import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { z } from 'zod'
import {
  authorize,
  authorizedBefore,
  authorizeSchema,
  cancel,
  moveMoney,
  moveRequestSchema,
  publicOf,
} from './payment-acts'
import { openBooks } from './payment-books'
import { type Answer, type Mischief, openMischief, refusalOf, send, sharesSchema } from './payment-mischief'
import { openWebhooks, type WebhookTarget } from './payment-webhooks'

const SLOW_TOKEN_MS = 2_000
const SLOW_FAULT_MS = 3_000
const LIST_LIMIT = 1_000

const cancelSchema = z.object({ idempotencyKey: z.string().min(1) })
const faultSchema = z.object({
  state: z.enum(['ok', 'down', 'slow']).optional(),
  shares: sharesSchema.optional(),
})
const listSchema = z.object({
  since: z.iso.datetime({ offset: true }),
  cursor: z.coerce.number().int().min(0).default(0),
})

type State = {
  books: ReturnType<typeof openBooks>
  mischief: ReturnType<typeof openMischief>
  /** What goes wrong with the act that is being written into the books. */
  drawn: Mischief | undefined
  inFlight: Set<string>
  /** Charges asked for since the start, repeats and refusals included. */
  requests: number
  fault: 'ok' | 'down' | 'slow'
}

const BAD_REQUEST: Answer = { status: 400, body: { error: 'bad request' } }
const IN_FLIGHT: Answer = { status: 409, body: { error: 'in flight' } }

/**
 * A card provider to develop and demonstrate against: a real HTTP service with idempotency keys and books of its own.
 *
 * - `POST /v1/authorizations` `{ amount, currency, source, reference }` with `Idempotency-Key`: 201 authorized,
 *   402 declined; the same key and body give the first answer again, another body 422, a key in flight 409
 * - `GET /v1/authorizations?idempotencyKey=`: what became of a key, or 404
 * - `POST /v1/authorizations/cancel` `{ idempotencyKey }`: releases what is not captured; an unknown key is closed for ever
 * - `POST /v1/captures`, `POST /v1/refunds` `{ authorization, amount }` with `Idempotency-Key`: 201, or 402 beyond what
 *   is left; in as many parts as one likes
 * - `GET /v1/movements?since=&cursor=` `{ items, nextCursor }`: money that moved, oldest first
 * - `GET /v1/authorizations/all` `{ items, requests }`; `PUT /v1/faults` `{ state?: ok | down | slow, shares? }`
 *
 * A body that is none of these: 400. `down` cuts every connection, `slow` answers 3 s later. With `webhooks` every
 * movement is told there, signed.
 *
 * Tokens: tok_ok, tok_declined, tok_slow (2 s), and those of `payment-mischief.ts`, which go wrong once at every act.
 */
export async function openPaymentSandbox({
  host = '127.0.0.1',
  port,
  booksFile,
  webhooks: target,
}: {
  host?: string
  port: number
  booksFile: string
  webhooks?: WebhookTarget
}) {
  const webhooks = openWebhooks(target)
  const state: State = {
    books: openBooks(booksFile, (movement) => webhooks.tell(movement, state.drawn)),
    mischief: openMischief(),
    drawn: undefined,
    inFlight: new Set(),
    requests: 0,
    fault: 'ok',
  }
  const server = createServer((request, response) => {
    answer(state, request, response).catch((error: unknown) => {
      const theirs = error instanceof SyntaxError || error instanceof z.ZodError
      send(response, theirs ? BAD_REQUEST : { status: 500, body: { error: String(error) } })
    })
  })
  server.keepAliveTimeout = 60_000
  server.listen(port, host)
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    close: async () => {
      webhooks.close()
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
      state.books.close()
    },
  }
}

async function answer(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://sandbox')
  const route = `${request.method} ${url.pathname}`
  const body = await readJson(request)
  if (route === 'PUT /v1/faults') return send(response, setFaults(state, body))
  if (state.fault === 'down') return void response.destroy()
  if (state.fault === 'slow') await pause(SLOW_FAULT_MS)
  const key = String(request.headers['idempotency-key'] ?? '')
  switch (route) {
    case 'POST /v1/authorizations':
      return answerCharge(state, key, body, response)
    case 'POST /v1/authorizations/cancel': {
      const { idempotencyKey } = cancelSchema.parse(body)
      const source = state.books.find(idempotencyKey)?.source
      return act(state, response, `cancel ${idempotencyKey}`, source, () =>
        cancel(state.books, idempotencyKey),
      )
    }
    case 'POST /v1/captures':
    case 'POST /v1/refunds': {
      const asked = moveRequestSchema.parse(body)
      if (!key) return send(response, BAD_REQUEST)
      const kind = route === 'POST /v1/captures' ? 'capture' : 'refund'
      const source = state.books.findById(asked.authorization)?.source
      return act(state, response, key, source, () => moveMoney(state.books, kind, key, asked))
    }
    default:
      return send(response, read(state, route, url.searchParams))
  }
}

function read({ books, requests }: State, route: string, query: URLSearchParams): Answer {
  switch (route) {
    case 'GET /v1/authorizations': {
      const entry = books.find(query.get('idempotencyKey') ?? '')
      return entry ? { status: 200, body: publicOf(entry) } : { status: 404, body: { error: 'unknown key' } }
    }
    case 'GET /v1/movements': {
      const { since, cursor } = listSchema.parse(Object.fromEntries(query))
      const from = Date.parse(since)
      const items = books.movements.filter(({ at }) => Date.parse(at) >= from)
      const next = cursor + LIST_LIMIT
      const nextCursor = next < items.length ? String(next) : null
      return { status: 200, body: { items: items.slice(cursor, next), nextCursor } }
    }
    case 'GET /v1/authorizations/all':
      return { status: 200, body: { items: books.all().map(publicOf), requests } }
    default:
      return { status: 404, body: { error: 'unknown address' } }
  }
}

async function answerCharge(
  state: State,
  key: string,
  body: unknown,
  response: ServerResponse,
): Promise<void> {
  state.requests++
  if (!key) return send(response, BAD_REQUEST)
  const asked = authorizeSchema.parse(body)
  // A lost answer is lost once: whoever asks again hears what was decided.
  const known = authorizedBefore(state.books, key, asked)
  if (known) return send(response, known)
  if (state.inFlight.has(key)) return send(response, IN_FLIGHT)
  if (asked.source === 'tok_slow') {
    state.inFlight.add(key)
    await pause(SLOW_TOKEN_MS)
    state.inFlight.delete(key)
  }
  // It may have been cancelled while we were slow.
  const decide = () => authorizedBefore(state.books, key, asked) ?? authorize(state.books, key, asked)
  act(state, response, key, asked.source, decide)
}

/** One act for one key: what goes wrong with it is drawn first. */
function act(
  state: State,
  response: ServerResponse,
  key: string,
  source: string | undefined,
  decide: () => Answer,
): void {
  const mischief = state.mischief.draw(key, source)
  const refusal = refusalOf(mischief)
  if (refusal) {
    send(response, refusal)
    return
  }
  state.drawn = mischief
  const decided = decide()
  state.drawn = undefined
  send(response, decided, mischief)
}

function setFaults(state: State, body: unknown): Answer {
  const { state: fault, shares } = faultSchema.parse(body)
  if (fault) state.fault = fault
  if (shares) state.mischief.setShares(shares)
  return { status: 200, body: { state: state.fault } }
}

function readJson(request: IncomingMessage): Promise<unknown> {
  return new Promise((resolve, reject) => {
    let text = ''
    request.setEncoding('utf8')
    request.on('data', (chunk: string) => {
      text += chunk
    })
    request.on('error', reject)
    request.on('end', () => {
      try {
        resolve(text === '' ? undefined : JSON.parse(text))
      } catch (error) {
        reject(error)
      }
    })
  })
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

function portOf(server: Server): number {
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('the payment sandbox has no port')
  return address.port
}
