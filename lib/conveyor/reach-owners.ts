import { io, type Socket } from 'socket.io-client'
import { logger } from '@/lib/platform/logger'
import type { Owner, SorterKey } from './own-sorters'
import { type BeltMessage, beltMessageSchema } from './schema'

/** The namespace through which web processes hand each other scans. */
export const PEER_NAMESPACE = '/belt-peer'

/** What an owner tells the others when it has let go of its sorters. */
export const RELEASED = 'released'

type Link = { socket: Socket; url: string; token: string }

/**
 * Connections to the processes that answer for sorters which are not ours, kept open: a scan waits for no handshake.
 * @param self id of this process
 * @param onGone an owner's connection has ended, perhaps it has died; or it says that it answers no more
 * @param onBelt what an owner tells screens
 */
export function reachOwners(self: string, onGone: () => void, onBelt: (message: BeltMessage) => void) {
  const links = new Map<string, Link>()
  let owners: Owner[] = []

  function open({ owner, url, token }: Owner): void {
    const socket = io(`${url}${PEER_NAMESPACE}`, {
      transports: ['websocket'],
      auth: { token },
      reconnectionDelay: 100,
      reconnectionDelayMax: 1_000,
    })
    socket.on('disconnect', onGone).on(RELEASED, onGone)
    socket.on('belt', (message: unknown) => {
      const parsed = beltMessageSchema.safeParse(message)
      if (parsed.success) onBelt(parsed.data)
      else logger.warn({ error: parsed.error }, 'a belt message that is none')
    })
    links.set(owner, { socket, url, token })
  }

  const linkTo = (owner: string): Socket | undefined => {
    const socket = links.get(owner)?.socket
    return socket?.connected ? socket : undefined
  }

  return {
    /** Who answers for what, as the database says: opens new connections and closes those that lead nowhere. */
    hear(told: Owner[]): void {
      owners = told
      const wanted = new Map(told.filter(({ owner }) => owner !== self).map((one) => [one.owner, one]))
      for (const [owner, { socket }] of links)
        if (!wanted.has(owner)) {
          links.delete(owner)
          socket.removeAllListeners().disconnect()
        }
      for (const [owner, one] of wanted) if (!links.has(owner)) open(one)
    },

    /** Returns when all are reached, or some are given up for now. */
    untilReached: (patienceMs: number) => untilConnected([...links.values()], patienceMs),

    /**
     * Asks the process that answers for a sorter.
     * @throws Error when it cannot be reached, or does not answer in time
     */
    async ask<Answer>(
      { site, sorter }: SorterKey,
      what: string,
      message: unknown,
      timeoutMs: number,
    ): Promise<Answer> {
      const owner = owners.find((one) => one.site === site && one.sorter === sorter)
      const socket = owner && linkTo(owner.owner)
      if (!socket) throw new Error(`nobody answers for ${sorter}`)
      const answer: Answer | null = await socket.timeout(timeoutMs).emitWithAck(what, message)
      if (answer === null) throw new Error(`${sorter} is somebody else's by now`)
      return answer
    },

    /** The first answer that is not null of all who can be reached. */
    async askAll<Answer>(what: string, message: unknown, timeoutMs: number): Promise<Answer | null> {
      const sockets = [...links.keys()].flatMap((owner) => linkTo(owner) ?? [])
      const answers = await Promise.allSettled(
        sockets.map(
          (socket) => socket.timeout(timeoutMs).emitWithAck(what, message) as Promise<Answer | null>,
        ),
      )
      return answers.flatMap((one) => (one.status === 'fulfilled' ? (one.value ?? []) : []))[0] ?? null
    },

    close(): void {
      for (const { socket } of links.values()) socket.removeAllListeners().disconnect()
      links.clear()
    },
  }
}

async function untilConnected(links: Link[], patienceMs: number): Promise<void> {
  const connected = links.map(
    ({ socket }) => socket.connected || new Promise((resolve) => socket.once('connect', () => resolve(true))),
  )
  const patience = new Promise((resolve) => setTimeout(resolve, patienceMs))
  await Promise.race([Promise.all(connected), patience])
}
