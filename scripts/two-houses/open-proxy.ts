import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { connect } from 'node:net'
import type { Duplex } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { repeat } from '@/lib/platform/repeat'

const LOOK_MS = 250
/** A request that comes while nobody is ready waits for somebody so long. */
const NOBODY_MS = 10_000
const NOT_PASSED = new Set(['connection', 'keep-alive', 'transfer-encoding', 'proxy-connection'])

type Target = { url: URL; isReady: boolean }
export type HouseProxy = {
  /** Requests that came, and those of them whose answer was a 5xx or broke off. */
  count: { asked: number; failed: string[] }
  close: () => Promise<void>
}

/**
 * A small stand-in for nginx in front of several houses, sockets included: asks each whether it is ready, sends requests to
 * those by turns, and to another one what could not be sent. Sockets that begin with polling stay with one house by their
 * client's address, because a socket.io session lives in one process.
 */
export async function openProxy(urls: string[], port: number): Promise<HouseProxy> {
  const targets: Target[] = urls.map((url) => ({ url: new URL(url), isReady: false }))
  const agent = new Agent({ keepAlive: true })
  const upgraded = new Set<Duplex>()
  const count: HouseProxy['count'] = { asked: 0, failed: [] }
  let turn = 0
  const pick = (isSticky: boolean): Target | undefined => {
    const ready = targets.filter(({ isReady }) => isReady)
    // All clients of this machine have one address.
    return isSticky ? ready[0] : ready[turn++ % ready.length]
  }
  async function someone(isSticky: boolean): Promise<Target | undefined> {
    const until = performance.now() + NOBODY_MS
    for (;;) {
      const target = pick(isSticky)
      if (target || performance.now() > until) return target
      await setTimeout(LOOK_MS)
    }
  }
  async function pass(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    count.asked++
    const body = await buffer(asked)
    answer.once('close', () => {
      const outcome = answer.writableFinished ? answer.statusCode : 'broke off'
      if (outcome === 'broke off' || outcome >= 500)
        count.failed.push(`${asked.method} ${asked.url} ${outcome}`)
    })
    for (;;) {
      const target = await someone(asked.url?.startsWith('/socket.io/') ?? false)
      if (!target) return refuse(answer, 503)
      const outcome = await send(target, agent, { asked, body, answer })
      if (outcome === 'passed') return
      if (outcome === 'broken') return refuse(answer, 502)
      target.isReady = false
    }
  }
  const server = createServer((asked, answer) => {
    pass(asked, answer).catch(() => answer.destroy())
  })
  server.on('upgrade', (asked: IncomingMessage, socket: Duplex, head: Buffer) => {
    const target = pick(asked.url?.includes('sid=') ?? false)
    upgraded.add(socket.on('close', () => upgraded.delete(socket)))
    if (target) tunnel(target, asked, socket, head)
    else socket.destroy()
  })
  await Promise.all(targets.map(look))
  // One look at a house at a time: a slow one must not overwrite what a later one saw.
  const stopLooking = targets.map((target) => repeat(() => look(target), LOOK_MS))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve)
  })
  return {
    count,
    close: async () => {
      await Promise.all(stopLooking.map((stop) => stop()))
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      for (const socket of upgraded) socket.destroy()
      await closed
      agent.destroy()
    },
  }
}

async function look(target: Target): Promise<void> {
  const signal = AbortSignal.timeout(LOOK_MS * 8)
  target.isReady = await fetch(new URL('/api/health/ready', target.url), { signal }).then(
    (answer) => answer.ok,
    () => false,
  )
}

type Passing = { asked: IncomingMessage; body: Buffer; answer: ServerResponse }

/** @returns `unsent` when the house was not reached, and another one may be asked */
function send(
  { url }: Target,
  agent: Agent,
  { asked, body, answer }: Passing,
): Promise<'passed' | 'unsent' | 'broken'> {
  return new Promise((resolve) => {
    const headers = {
      ...passed(asked.headers),
      'x-forwarded-for': asked.socket.remoteAddress,
      'x-forwarded-proto': 'http',
      'content-length': body.length,
    }
    const { method, url: path } = asked
    const sent = request({ host: url.hostname, port: url.port, method, path, headers, agent }, (got) => {
      answer.writeHead(got.statusCode ?? 502, passed(got.headers))
      got.pipe(answer)
      got.on('error', () => answer.destroy())
      resolve('passed')
    })
    sent.on('error', (error: NodeJS.ErrnoException) => {
      resolve(error.code === 'ECONNREFUSED' ? 'unsent' : 'broken')
    })
    answer.on('close', () => sent.destroy())
    sent.end(body)
  })
}

const passed = (headers: IncomingMessage['headers']) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !NOT_PASSED.has(name)))

function refuse(answer: ServerResponse, status: number): void {
  if (answer.headersSent) answer.destroy()
  else answer.writeHead(status, { 'content-type': 'text/plain' }).end('No house is ready.\n')
}

/** The two connections become one. */
function tunnel({ url }: Target, asked: IncomingMessage, socket: Duplex, head: Buffer): void {
  const house = connect(Number(url.port), url.hostname, () => {
    const lines = asked.rawHeaders.flatMap((name, at, all) => (at % 2 ? [] : [`${name}: ${all[at + 1]}`]))
    house.write(`${asked.method} ${asked.url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`)
    house.write(head)
    house.pipe(socket).pipe(house)
  })
  house.on('error', () => socket.destroy()).on('close', () => socket.destroy())
  socket.on('error', () => house.destroy()).on('close', () => house.destroy())
}
