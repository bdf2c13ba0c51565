import { io, type Socket } from 'socket.io-client'
import { z } from 'zod'
import { type Decision, decisionSchema, type LaneState, type ScanRequest } from '@/lib/conveyor/schema'
import { type Client, openClient } from '../client/open-client'
import type { Verdict } from './ride'

const CONFIRM_TIMEOUT_MS = 2_000
const CONNECT_MS = 15_000

/** A machine's line to one process of the house. */
export type BeltLine = {
  /** @throws Error when no answer comes within `timeoutMs`, or none as agreed */
  scan: (scan: ScanRequest, timeoutMs: number) => Promise<Decision>
  /**
   * Says what became of a box.
   * @returns whether the house took it; false: it never will
   * @throws Error when nobody has heard
   */
  confirm: (decisionId: string, verdict: Verdict, at: string) => Promise<boolean>
  setLane: (site: string, lane: string, state: LaneState) => Promise<boolean>
  close: () => void
}

/** Scans and confirmations over the socket, as a sorter's controller would hold one open. */
export async function openSocketLine(url: string, key: string): Promise<BeltLine> {
  const socket = io(new URL('/belt', url).href, { transports: ['websocket'], auth: { apiKey: key } })
  await connected(socket, url)
  const client = openClient({ url, key, patienceMs: 0 })
  return {
    async scan(scan, timeoutMs) {
      return decisionSchema.parse(await socket.timeout(timeoutMs).emitWithAck('scan', scan))
    },
    async confirm(decisionId, verdict, at) {
      const words = { decisionId, ...verdict, at }
      const heard: unknown = await socket.timeout(CONFIRM_TIMEOUT_MS).emitWithAck('confirmation', words)
      return isTaken(heard)
    },
    setLane: (site, lane, state) => setLane(client, site, lane, state),
    close: () => socket.close(),
  }
}

/** The same over `POST /api/scans`. */
export function openHttpLine(url: string, key: string): BeltLine {
  const client = openClient({ url, key, patienceMs: 0 })
  return {
    async scan(scan, timeoutMs) {
      const silence = new Promise<never>((_, reject) =>
        setTimeout(() => reject(new Error('no answer')), timeoutMs),
      )
      const answer = await Promise.race([client.POST('/api/scans', { body: scan }), silence])
      return decisionSchema.parse(answer.data)
    },
    async confirm(decisionId, verdict, at) {
      const { response } = await client.POST('/api/scans/{decisionId}/confirmation', {
        params: { path: { decisionId } },
        body: { ...verdict, at },
      })
      return isTakenBy(response.status)
    },
    setLane: (site, lane, state) => setLane(client, site, lane, state),
    close: () => {},
  }
}

function connected(socket: Socket, url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`nothing answers at ${url}/belt`)), CONNECT_MS)
    socket.on('connect_error', ({ message }) => {
      // Refused for good; a house that is away is tried again.
      if (['unauthorized', 'forbidden', 'Invalid namespace'].includes(message))
        reject(new Error(`${url}/belt says ${message}`))
    })
    socket.once('connect', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}

const refusedSchema = z.object({ error: z.object({ status: z.number() }) })
const isTaken = (heard: unknown): boolean =>
  isTakenBy(refusedSchema.safeParse(heard).data?.error.status ?? 200)

function isTakenBy(status: number): boolean {
  if (status >= 500 || status === 429) throw new Error(`the house answers ${status}`)
  return status < 300
}

async function setLane(client: Client, site: string, lane: string, state: LaneState): Promise<boolean> {
  const { response } = await client.PUT('/api/conveyor/lanes/{lane}', {
    params: { path: { lane } },
    body: { site, state },
  })
  return isTakenBy(response.status)
}
