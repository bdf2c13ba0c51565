import { createHash, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { z } from 'zod'
import { type Entry, openBooks } from './payment-books'

const SLOW_TOKEN_MS = 2_000
const SLOW_FAULT_MS = 3_000

const authorizeSchema = z.object({
  amount: z.number().int().positive(),
  currency: z.string().length(3),
  source: z.string().min(1),
  reference: z.string().min(1),
})
const cancelSchema = z.object({ idempotencyKey: z.string().min(1) })
const faultSchema = z.object({ state: z.enum(['ok', 'down', 'slow']) })

type Answer = { status: number; body: unknown }
type State = {
  books: ReturnType<typeof openBooks>
  inFlight: Set<string>
  failedOnce: Set<string>
  /** Charges asked for since the start, repeats and refusals included. */
  requests: number
  fault: 'ok' | 'down' | 'slow'
}

const BAD_REQUEST: Answer = { status: 400, body: { error: 'bad request' } }

/**
 * A card provider to develop and demonstrate against: a real HTTP service with idempotency keys and books of its own.
 *
 * - `POST /v1/authorizations` `{ amount, currency, source, reference }` with `Idempotency-Key`: 201 authorized,
 *   402 declined; the same key and body give the first answer again, another body 422, a key in flight 409
 * - `GET /v1/authorizations?idempotencyKey=`: what became of a key, or 404
 * - `POST /v1/authorizations/cancel` `{ idempotencyKey }`: voids it; an unknown key is closed for ever
 * - `GET /v1/authorizations/all` `{ items, requests }`; `PUT /v1/faults` `{ state: ok | down | slow }`
 *
 * A body that is none of these: 400. `down` cuts every connection, `slow` answers 3 s later.
 *
 * Tokens: tok_ok, tok_declined, tok_slow (2 s), tok_lost (charges, then never answers), tok_flaky (fails once a key).
 */
export async function openPaymentSandbox({ port, booksFile }: { port: number; booksFile: string }) {
  const state: State = {
    books: openBooks(booksFile),
    inFlight: new Set(),
    failedOnce: new Set(),
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
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    close: async () => {
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
  if (route === 'PUT /v1/faults') {
    state.fault = faultSchema.parse(body).state
    return send(response, { status: 200, body: { state: state.fault } })
  }
  if (state.fault === 'down') return void response.destroy()
  if (state.fault === 'slow') await pause(SLOW_FAULT_MS)
  switch (route) {
    case 'POST /v1/authorizations':
      return authorize(state, String(request.headers['idempotency-key'] ?? ''), body, response)
    case 'POST /v1/authorizations/cancel':
      return send(response, cancel(state, cancelSchema.parse(body).idempotencyKey))
    case 'GET /v1/authorizations': {
      const entry = state.books.find(url.searchParams.get('idempotencyKey') ?? '')
      return send(
        response,
        entry ? { status: 200, body: publicOf(entry) } : { status: 404, body: { error: 'unknown key' } },
      )
    }
    case 'GET /v1/authorizations/all':
      return send(response, {
        status: 200,
        body: { items: state.books.all().map(publicOf), requests: state.requests },
      })
    default:
      return send(response, { status: 404, body: { error: 'unknown address' } })
  }
}

async function authorize(state: State, key: string, body: unknown, response: ServerResponse): Promise<void> {
  state.requests++
  if (!key) return send(response, BAD_REQUEST)
  const asked = authorizeSchema.parse(body)
  const { source, ...charge } = asked
  const request = createHash('sha256').update(JSON.stringify(asked)).digest('base64url')
  const known = state.books.find(key)
  // A lost answer is lost once: whoever asks again hears what was decided.
  if (known) return send(response, again(known, request))
  if (state.inFlight.has(key)) return send(response, { status: 409, body: { error: 'in flight' } })
  if (source === 'tok_flaky' && !state.failedOnce.has(key)) {
    state.failedOnce.add(key)
    return send(response, { status: 500, body: { error: 'try again' } })
  }
  if (source === 'tok_slow') {
    state.inFlight.add(key)
    await pause(SLOW_TOKEN_MS)
    state.inFlight.delete(key)
  }
  // It may have been cancelled while we were slow.
  const meanwhile = state.books.find(key)
  if (meanwhile) return send(response, again(meanwhile, request))
  const entry = { key, id: `auth_${randomUUID()}`, request, ...charge, ...decision(source) }
  state.books.write(entry)
  if (source !== 'tok_lost') send(response, answerOf(entry))
}

function decision(source: string): Pick<Entry, 'status' | 'declineReason'> {
  if (source === 'tok_declined') return { status: 'declined', declineReason: 'card_declined' }
  const known = ['tok_ok', 'tok_slow', 'tok_lost', 'tok_flaky'].includes(source)
  return known ? { status: 'authorized' } : { status: 'declined', declineReason: 'unknown_token' }
}

function again(entry: Entry, request: string): Answer {
  if (entry.status === 'cancelled') return answerOf(entry)
  return entry.request === request
    ? answerOf(entry)
    : { status: 422, body: { error: 'key used with another body' } }
}

const answerOf = (entry: Entry): Answer => ({
  status: entry.status === 'authorized' ? 201 : 402,
  body: publicOf(entry),
})

function cancel(state: State, key: string): Answer {
  const known = state.books.find(key)
  const tombstone = { id: `auth_${randomUUID()}`, request: '', amount: 0, currency: '', reference: key }
  const entry: Entry = { ...(known ?? tombstone), key, status: 'cancelled' }
  if (known?.status !== 'cancelled') state.books.write(entry)
  return { status: 200, body: publicOf(entry) }
}

const publicOf = ({ key: _key, request: _request, ...entry }: Entry) => entry

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

function send(response: ServerResponse, { status, body }: Answer): void {
  const text = JSON.stringify(body)
  response
    .writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
    .end(text)
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

function portOf(server: Server): number {
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('the payment sandbox has no port')
  return address.port
}
