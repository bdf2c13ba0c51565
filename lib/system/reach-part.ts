import { connect } from 'node:net'
import type { Part } from './schema'

const ANSWER_MS = 2_000
/** Several screens that look at once knock once. */
const KEPT_MS = 10_000
const PORTS: Record<string, number> = {
  ...{ 'smtp:': 25, 'smtps:': 465, 'http:': 80, 'https:': 443, 'redis:': 6_379, 'rediss:': 6_379 },
}

const kept = new Map<string, { atMs: number; part: Promise<Part> }>()

/** Whether something outside takes a connection. */
export function reachPart(part: string, address: string): Promise<Part> {
  const known = kept.get(address)
  if (known && performance.now() - known.atMs < KEPT_MS) return known.part
  const asked = knock(part, new URL(address))
  kept.set(address, { atMs: performance.now(), part: asked })
  return asked
}

function knock(part: string, { protocol, hostname, port }: URL): Promise<Part> {
  const startedAt = performance.now()
  const to = { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) || (PORTS[protocol] ?? 0) }
  return new Promise((resolve) => {
    const socket = connect({ ...to, timeout: ANSWER_MS })
    const end = (standing: Part['standing'], says: string): void => {
      socket.destroy()
      resolve({ part, standing, says: `${to.host}:${to.port} ${says}` })
    }
    socket.once('connect', () => end('ok', `answers in ${Math.round(performance.now() - startedAt)} ms`))
    socket.once('timeout', () => end('failed', 'does not answer'))
    socket.once('error', (error: NodeJS.ErrnoException) => end('failed', `is not reached: ${error.code}`))
  })
}
