import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { join } from 'node:path'

/**
 * A way to the test database that can be cut: its connections end at once and new ones are refused, as when Postgres dies.
 * Call it before anything opens the database; `DATABASE_URL` leads through it afterwards.
 */
export async function cutOffDatabase(): Promise<{ cut: () => Promise<void>; mend: () => Promise<void> }> {
  const url = new URL(process.env.DATABASE_URL ?? '')
  const [folder, host, port] = [url.searchParams.get('host'), url.hostname, Number(url.port)]
  url.searchParams.delete('host')
  const reach = () => (folder ? connect(join(folder, `.s.PGSQL.${port}`)) : connect(port, host))
  const sockets = new Set<Socket>()
  const server = createServer((near) => {
    const far = reach()
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one)
      one.on('error', () => {})
      one.on('close', () => {
        sockets.delete(one)
        other.destroy()
      })
      one.pipe(other)
    }
  })
  const listen = async (at: number): Promise<number> => {
    server.listen(at, '127.0.0.1')
    await once(server, 'listening')
    return (server.address() as { port: number }).port
  }
  const own = await listen(0)
  url.hostname = '127.0.0.1'
  url.port = String(own)
  process.env.DATABASE_URL = url.href
  return {
    async cut() {
      const closed = once(server, 'close')
      server.close()
      for (const socket of sockets) socket.destroy()
      await closed
    },
    async mend() {
      await listen(own)
    },
  }
}
