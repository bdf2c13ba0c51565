import { io, type Socket } from 'socket.io-client'
import { z } from 'zod'
import { type LiveChange, type LiveTopic, liveChangeSchema } from '@/lib/platform/live-change'

/** `offline`: this device has no network. `reconnecting`: it has, and the server is not reached (yet). */
export type ConnectionState = 'live' | 'reconnecting' | 'offline'

type Listener = {
  onChange: (change: LiveChange) => void
  /** The room is joined, for the first time or again: from here on nothing is missed, what was before may be. */
  onJoined: (site: string, topic: LiveTopic) => void
}

const joinAnswerSchema = z.object({ ok: z.boolean() })

/** Who follows a high-rate stream of a room; it is told of each message, and when it may have missed some. */
export type StreamListener = {
  onMessage: (message: unknown) => void
  onChange: (change: LiveChange) => void
  onJoined: () => void
}

/** What the high-rate streams are called, and whose they are. */
const STREAMS = [
  ['bins', 'floor'],
  ['belt', 'conveyor'],
] as const

/** The one socket of a page: keeps its rooms joined over lost connections and says how it stands. */
export class LiveConnection {
  private socket: Socket | undefined
  private readonly rooms = new Map<string, { site: string; topic: LiveTopic }>()
  private readonly watchers = new Set<() => void>()
  private readonly streams = new Map<string, Set<StreamListener>>()

  constructor(private readonly listener: Listener) {}

  /** Connects; the answer closes the connection again. */
  open(): () => void {
    const socket = io({ transports: ['websocket', 'polling'], reconnectionDelayMax: 5_000 })
    this.socket = socket
    socket.on('connect', () => {
      for (const room of this.rooms.values()) this.askToJoin(room.site, room.topic)
      this.tell()
    })
    socket.on('disconnect', (reason) => {
      // The server hung up, as it does before it restarts; socket.io leaves coming back to us.
      if (reason === 'io server disconnect') socket.connect()
      this.tell()
    })
    socket.on('change', this.hear)
    for (const [event, topic] of STREAMS)
      socket.on(event, (message: unknown) => {
        for (const { onMessage } of this.streams.get(topic) ?? []) onMessage(message)
      })
    const wake = () => {
      // The network is back: do not sit out the back-off.
      if (!socket.connected) socket.disconnect().connect()
      this.tell()
    }
    window.addEventListener('online', wake)
    window.addEventListener('offline', this.tell)
    return () => {
      window.removeEventListener('online', wake)
      window.removeEventListener('offline', this.tell)
      socket.disconnect()
    }
  }

  join(site: string, topic: LiveTopic): void {
    const room = `${site}:${topic}`
    if (this.rooms.has(room)) return
    this.rooms.set(room, { site, topic })
    if (this.socket?.connected) this.askToJoin(site, topic)
  }

  /** Follows a room's stream and what else is said there; the answer ends it. */
  follow(site: string, topic: LiveTopic, listener: StreamListener): () => void {
    const listeners = this.streams.get(topic) ?? new Set()
    this.streams.set(topic, listeners.add(listener))
    this.join(site, topic)
    return () => listeners.delete(listener)
  }

  readonly state = (): ConnectionState => {
    if (!navigator.onLine) return 'offline'
    return this.socket?.connected ? 'live' : 'reconnecting'
  }

  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher)
    return () => this.watchers.delete(watcher)
  }

  private askToJoin(site: string, topic: LiveTopic): void {
    this.socket?.emit('join', { site, topic }, (answer: unknown) => {
      if (joinAnswerSchema.parse(answer).ok) {
        this.listener.onJoined(site, topic)
        for (const { onJoined } of this.streams.get(topic) ?? []) onJoined()
      } else console.error(`may not listen to ${topic} of ${site}`)
    })
  }

  private readonly hear = (message: unknown): void => {
    const change = liveChangeSchema.safeParse(message)
    if (change.success) {
      this.listener.onChange(change.data)
      for (const { onChange } of this.streams.get(change.data.topic) ?? []) onChange(change.data)
    } else console.error('a live message is not as agreed', change.error)
  }

  private readonly tell = (): void => {
    for (const watcher of this.watchers) watcher()
  }
}
