import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { z } from 'zod'
import {
  cancelIntent,
  captureIntent,
  chargeOf,
  createIntent,
  findIntent,
  type Intent,
  listIntents,
  listRefunds,
  refundIntent,
  type StripeBooks,
  StripeRefusal,
  searchIntents,
  stripeError,
} from './stripe-books'

/** What goes wrong with the next request that changes something: decided and not answered, refused for a second, or broken. */
export type StripeFault = 'lost' | 'busy' | 'error'

type Reply = { status: number; body: object }
type Asked = { method: string; path: string; query: URLSearchParams; form: URLSearchParams }

const portSchema = z.object({ port: z.number() })

/**
 * The part of Stripe's API that we use, over HTTP as it is documented: PaymentIntents captured by hand, in parts where
 * the card allows it, their cancelling, listing and search, refunds, idempotency keys, and errors by type and code.
 * `pm_card_visa` is authorised and takes many captures, `pm_card_mastercard` one, `pm_card_chargeDeclined` is declined.
 */
export async function openStripeStandIn({ secretKey }: { secretKey: string }) {
  const books: StripeBooks = { intents: [], refunds: [] }
  const replies = new Map<string, { form: string; reply: Reply }>()
  let fault: StripeFault | undefined
  let faults = 0

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://stripe')
    let text = ''
    for await (const chunk of request) text += chunk
    if (request.headers.authorization !== `Bearer ${secretKey}`)
      return send(response, stripeError(401, { type: 'invalid_request_error', message: 'Invalid API Key' }))
    const changes = request.method === 'POST'
    const wrong = changes && faults > 0 ? fault : undefined
    if (changes) faults--
    if (wrong === 'busy')
      return send(response, stripeError(429, { type: 'invalid_request_error', code: 'rate_limit' }), {
        'retry-after': '1',
      })
    if (wrong === 'error') return send(response, stripeError(500, { type: 'api_error' }))
    const asked = {
      method: request.method ?? '',
      path: url.pathname,
      query: url.searchParams,
      form: new URLSearchParams(text),
    }
    const reply = keyed(String(request.headers['idempotency-key'] ?? ''), `${url.pathname} ${text}`, () =>
      carryOut(books, asked),
    )
    if (wrong === 'lost') return void response.destroy()
    send(response, reply)
  }

  // The first reply of a key is kept, whatever it was; but what never began, because it was invalid, may be asked anew.
  function keyed(key: string, form: string, act: () => Reply): Reply {
    const known = key ? replies.get(key) : undefined
    if (known) return known.form === form ? known.reply : stripeError(400, { type: 'idempotency_error' })
    const reply = act()
    if (key && reply.status !== 400) replies.set(key, { form, reply })
    return reply
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      send(response, stripeError(500, { type: 'api_error', message: String(error) }))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${portSchema.parse(server.address()).port}`,
    books,
    /** The next requests that change something go wrong so. */
    setFault: (wanted: StripeFault, times = 1): void => {
      fault = wanted
      faults = times
    },
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

function carryOut(books: StripeBooks, asked: Asked): Reply {
  try {
    return { status: 200, body: act(books, asked) }
  } catch (error) {
    if (error instanceof StripeRefusal) return stripeError(error.status, error.error)
    throw error
  }
}

function act(books: StripeBooks, { method, path, query, form }: Asked): object {
  const [, , resource, id = '', verb] = path.split('/')
  if (resource === 'refunds')
    return method === 'POST' ? refundIntent(books, form) : list(listRefunds(books, query), query)
  if (resource !== 'payment_intents')
    throw new StripeRefusal(404, { message: `Unrecognized request URL ${path}` })
  if (method === 'GET' && id === 'search')
    return { object: 'search_result', data: searchIntents(books, query), has_more: false }
  if (method === 'GET')
    return id ? shown(findIntent(books, id), query) : list(listIntents(books, query), query)
  if (verb === 'capture') return captureIntent(books, id, form)
  return verb === 'cancel' ? cancelIntent(books, id) : createIntent(books, form)
}

function shown(intent: Intent, query: URLSearchParams): object {
  const isExpanded = query.getAll('expand[0]').includes('latest_charge')
  return isExpanded ? { ...intent, latest_charge: chargeOf(intent) } : intent
}

function list(items: { id: string }[], query: URLSearchParams): object {
  const after = query.get('starting_after')
  const start = after ? items.findIndex(({ id }) => id === after) + 1 : 0
  const end = start + Number(query.get('limit') ?? 10)
  return { object: 'list', data: items.slice(start, end), has_more: end < items.length, url: '/v1/list' }
}

function send(response: ServerResponse, { status, body }: Reply, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}
