import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

type Answer = number | { status: number; headers: Record<string, string> }
export type Received = { headers: IncomingHttpHeaders; body: string; at: number }

/** A real receiver of webhooks on this machine, which gives these answers in turn, the last one for ever. */
export async function openReceiver(...answers: Answer[]) {
  const received: Received[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    received.push({ headers: request.headers, body, at: Date.now() })
    const answer = answers[Math.min(received.length, answers.length) - 1] ?? 204
    if (typeof answer === 'number') response.writeHead(answer).end()
    else response.writeHead(answer.status, answer.headers).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    received,
    port,
    url: `http://127.0.0.1:${port}/hook`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
