import type { Server as HttpServer } from 'node:http'
import { type Namespace, type Socket, Server as SocketServer } from 'socket.io'
import { admitting, keepAdmitting, type Listener } from './admit-socket'
import { carryLive } from './carry-live'
import { limitMessages } from './limit-rate'
import { joinRequestSchema, type LiveChange, type LiveTopic } from './live-change'
import { logger } from './logger'
import { gauge } from './metrics'
import { slot } from './slot'
import { inSpan, noteOnSpan, SpanKind } from './telemetry'

export type Space = {
  /** Sends a message to everybody there. */
  tell: (event: string, message: unknown) => void
  isAnybodyThere: () => boolean
  /** Cuts the connections: clients come back, elsewhere perhaps. */
  cutOff: () => void
}

export type Sockets = {
  /** Whether anybody connected here hears of a site's topic. */
  hasListeners: (site: string, topic: LiveTopic) => boolean
  /** Sends a message of a high-rate stream to who hears of a site's topic. */
  emit: (site: string, topic: LiveTopic, event: string, message: unknown) => void
  /**
   * Serves a namespace of its own, whose messages are answered one by one.
   * @param admit who is asking, by the handshake's headers and `auth`; null refuses the connection
   * @param answers by the message's name; what they return is the acknowledgement
   * @param tooMany what is answered instead when a connection says more than its limit; absent where peers talk
   */
  serve: <Who>(
    name: string,
    admit: (headers: Headers, auth: Record<string, unknown>) => Promise<Who | null>,
    answers: Record<string, (message: unknown, who: Who) => unknown>,
    tooMany?: (retryAfterSeconds: number) => unknown,
  ) => Space
  /** Cuts the screens' connections: they come back, elsewhere perhaps, and catch up with what they missed. */
  reconnectScreens: () => void
  close: () => Promise<void>
}

const connected = gauge('stowline_sockets_connected', 'Open sockets, by namespace', ['namespace'])

const room = (site: string, topic: string): string => `site:${site}:${topic}`

/**
 * Opens the sockets on the web server's own port. A client proves itself with its session cookie or API key
 * (`Authorization` header, or `auth: { apiKey }` of the handshake), then sends `join` with a room's name
 * (`site:{site}:{topic}`) or `{ site, topic }`, and hears `change { site, topic, event, id, version }` and what the
 * topic's high-rate streams emit.
 * @param identify who is asking, from the handshake's headers; null refuses the connection
 * @param redisUrl through which the web processes tell each other; Postgres carries it otherwise
 */
export function openSockets(
  server: HttpServer,
  identify: (headers: Headers) => Promise<Listener | null>,
  redisUrl?: string,
): Sockets {
  // Other upgrades on this port are Next's.
  const io = new SocketServer(server, { serveClient: false, destroyUpgrade: false })
  io.use(admitting(identify))
  io.on('connection', (socket) => {
    countSocket(socket)
    const spend = limitMessages()
    keepAdmitting(socket, identify, leaveWhatIsNotFor)
    socket.on('join', (request: unknown, answer?: unknown) => {
      const joined = spend().isAllowed
        ? inSpan('socket / join', HEARD, () => join(socket, request))
        : { ok: false, detail: 'too many messages' }
      if (typeof answer === 'function') answer(joined)
    })
  })
  slot.emitLive = (change: LiveChange) => {
    io.local.to(room(change.site, change.topic)).emit('change', change)
  }
  const reconnectScreens = (): void => cutOff(io.of('/'))
  const carrier = redisUrl === undefined ? undefined : carryLive(io, redisUrl, reconnectScreens)
  return {
    reconnectScreens,
    hasListeners: (site, topic) => io.of('/').adapter.rooms.has(room(site, topic)),
    emit: (site, topic, event, message) => {
      io.local.to(room(site, topic)).emit(event, message)
    },
    serve: (name, admit, answers, tooMany) => {
      const space = io.of(name).use(admitting(admit))
      space.on('connection', (socket) => {
        countSocket(socket)
        const spend = limitMessages()
        keepAdmitting(socket, admit)
        for (const [event, answer] of Object.entries(answers))
          socket.on(event, (message: unknown, ack?: unknown) => {
            const { isAllowed, resetSeconds } = tooMany ? spend() : { isAllowed: true, resetSeconds: 0 }
            acknowledge(
              () =>
                isAllowed
                  ? inSpan(`socket ${name} ${event}`, HEARD, () => answer(message, socket.data))
                  : tooMany?.(resetSeconds),
              ack,
            )
          })
      })
      return {
        tell: (event, message) => void space.local.emit(event, message),
        isAnybodyThere: () => space.sockets.size > 0,
        cutOff: () => cutOff(space),
      }
    },
    close: async () => {
      slot.emitLive = undefined
      await io.close()
      await carrier?.close()
    },
  }
}

/** A message is a trace of its own: the handshake's, of hours ago, says nothing of it. */
const HEARD = { kind: SpanKind.CONSUMER, isRoot: true }

// Not `disconnect`, after which a client stays away.
function cutOff(space: Namespace): void {
  for (const { conn } of space.sockets.values()) conn.close()
}

function countSocket(socket: Socket): void {
  const namespace = socket.nsp.name
  connected.inc({ namespace })
  socket.once('disconnect', () => connected.dec({ namespace }))
}

// Not an async function: what is answered at once is acknowledged in the same turn of the event loop.
function acknowledge(answer: () => unknown, ack: unknown): void {
  const say = typeof ack === 'function' ? (ack as (answer: unknown) => void) : () => {}
  const fail = (error: unknown): void => {
    logger.error({ error }, 'a message over a socket broke')
    say(null)
  }
  try {
    const answered = answer()
    if (answered instanceof Promise) answered.then(say, fail)
    else say(answered)
  } catch (error) {
    fail(error)
  }
}

function leaveWhatIsNotFor(socket: Socket): void {
  for (const name of socket.rooms) {
    const joined = joinRequestSchema.safeParse(name)
    if (!joined.success) continue
    const { site, topic } = joined.data
    if (!(socket.data as Listener).mayHear(site, topic)) void socket.leave(name)
  }
}

function join(socket: Socket, request: unknown): { ok: boolean; detail?: string } {
  const parsed = joinRequestSchema.safeParse(request)
  if (!parsed.success) return { ok: false, detail: 'send site:{site}:{topic}' }
  const { site, topic } = parsed.data
  if (!(socket.data as Listener).mayHear(site, topic)) return { ok: false, detail: 'not for you' }
  noteOnSpan({ 'stowline.site': site, 'stowline.topic': topic })
  void socket.join(room(site, topic))
  return { ok: true }
}
