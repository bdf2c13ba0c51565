import { once } from 'node:events'
import { createServer, type Server, type ServerResponse } from 'node:http'

export type Sent = { id: string; name: string; data: unknown; ts: number }
export type Request = { method: string; path: string; headers: NodeJS.Dict<string | string[]>; body: unknown }
type Answer = { status: number; body: unknown } | 'lose the answer' | 'say nothing'

export const accepted = { status: 200, body: { ids: [], status: 200 } }
export const refusal = { status: 400, body: { ids: [''], status: 400, error: 'event name is empty' } }

/** What an Inngest server shows of itself to a relay, and our own doors with it: it keeps every request it heard. */
export async function openStandIn() {
  const requests: Request[] = []
  let answerEvents = (_events: Sent[]): Answer => accepted
  let answerRegistration = (): Answer => ({ status: 200, body: { message: 'Successfully registered' } })
  let server: Server
  let port = 0

  const answer = (request: Request): Answer => {
    if (request.method === 'PUT') return answerRegistration()
    return request.path === '/fn/register' ? accepted : answerEvents(request.body as Sent[])
  }

  async function up(): Promise<void> {
    server = createServer(async (incoming, response) => {
      const text = (await incoming.toArray()).join('')
      const { method = '', url: path = '', headers } = incoming
      const request = { method, path, headers, body: JSON.parse(text || 'null') as unknown }
      requests.push(request)
      give(response, answer(request))
    }).listen(port, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    if (typeof address === 'object' && address) port = address.port
  }

  const postsOf = (some: boolean) =>
    requests.filter(({ path, body }) => path.startsWith('/e/') && (body as Sent[]).length > 0 === some)

  await up()
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    /** The requests that carried events. */
    posts: () => postsOf(true),
    /** The requests that only asked whether anybody is there. */
    asks: () => postsOf(false),
    /** Every event of every request, as often as it came. */
    sent: () => postsOf(true).flatMap(({ body }) => body as Sent[]),
    onEvents: (next: typeof answerEvents) => {
      answerEvents = next
    },
    onRegistration: (next: typeof answerRegistration) => {
      answerRegistration = next
    },
    accept: () => {
      answerEvents = () => accepted
    },
    up,
    async down(): Promise<void> {
      server.close()
      server.closeAllConnections()
      if (server.listening) await once(server, 'close')
    },
  }
}

function give(response: ServerResponse, answer: Answer): void {
  if (answer === 'say nothing') return
  if (answer === 'lose the answer') {
    response.socket?.destroy()
    return
  }
  response.writeHead(answer.status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(answer.body))
}
