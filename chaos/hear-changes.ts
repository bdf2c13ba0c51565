import { io } from 'socket.io-client'
import { z } from 'zod'

const changeSchema = z.object({ event: z.string(), id: z.string(), version: z.number() })
const joinedSchema = z.object({ ok: z.literal(true) })

/** A screen's ears: everything that is said of a site's orders, and how often it had to come back. */
export type Ears = {
  /** How often each change was heard, by event, id and version. */
  heard: Map<string, number>
  /** By event and id. */
  hasHeard: (what: string) => boolean
  /** Times it joined its room: once, and once more for every lost connection. */
  joined: () => number
  isConnected: () => boolean
  close: () => void
}

/** Opens a socket as a screen does, and keeps it in its room over lost connections. */
export async function hearChanges(url: string, key: string, site: string): Promise<Ears> {
  const socket = io(url, { transports: ['websocket'], auth: { apiKey: key }, reconnectionDelayMax: 1_000 })
  const heard = new Map<string, number>()
  const things = new Set<string>()
  let joined = 0
  socket.on('change', (said: unknown) => {
    const { event, id, version } = changeSchema.parse(said)
    const name = `${event} ${id} ${version}`
    heard.set(name, (heard.get(name) ?? 0) + 1)
    things.add(`${event} ${id}`)
  })
  await new Promise<void>((resolve) => {
    socket.on('connect', () => {
      socket.emit('join', `site:${site}:orders`, (answer: unknown) => {
        joinedSchema.parse(answer)
        joined++
        resolve()
      })
    })
  })
  return {
    heard,
    hasHeard: (what) => things.has(what),
    joined: () => joined,
    isConnected: () => socket.connected,
    close: () => socket.close(),
  }
}
