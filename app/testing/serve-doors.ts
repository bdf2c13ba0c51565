import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openTelemetry } from '@/lib/platform/telemetry'
import { recordVisit } from '@/lib/platform/visit'

// A web process with a few of the real doors, whose log and spans a test reads. It must not outlive the test.
process.stdin.once('end', () => void close()).resume()

const telemetry = await openTelemetry('web', process.env.OTEL_EXPORTER_OTLP_ENDPOINT)
const DOORS = {
  '/api/orders': await import('@/app/api/orders/route'),
  '/api/events': await import('@/app/api/events/route'),
}

const server = createServer((incoming, outgoing) => {
  recordVisit(
    incoming,
    outgoing,
    () => 'unmatched',
    () =>
      void answer(incoming).then(
        async (response) => {
          outgoing.writeHead(response.status, Object.fromEntries(response.headers))
          outgoing.end(await response.text())
        },
        () => outgoing.writeHead(500).end(),
      ),
  )
})

async function answer(incoming: IncomingMessage): Promise<Response> {
  const url = new URL(incoming.url ?? '/', 'http://127.0.0.1')
  const door = DOORS[url.pathname as keyof typeof DOORS]
  let body = ''
  for await (const chunk of incoming) body += chunk
  const headers = incoming.headers as Record<string, string>
  const isPost = incoming.method === 'POST'
  const request = new Request(url, { method: isPost ? 'POST' : 'GET', headers, ...(isPost && { body }) })
  return (isPost ? door.POST : door.GET)(request, { params: Promise.resolve({}) })
}

async function close(): Promise<void> {
  await telemetry.close()
  process.exit(0)
}

server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`{"port":${(server.address() as AddressInfo).port}}\n`)
})
