import { join } from 'node:path'
import { z } from 'zod'
import { drawingChanged } from '@/lib/conveyor/events'
import { type Belt, openBelt as openBelts } from '@/lib/conveyor/open-belt'
import { PEER_NAMESPACE, RELEASED } from '@/lib/conveyor/reach-owners'
import { type BeltMessage, confirmationSchema, type Decision, scanSchema } from '@/lib/conveyor/schema'
import type { Sockets } from '@/lib/platform/open-sockets'
import { slot } from '@/lib/platform/slot'
import { identifyCaller } from '@/lib/sites/identify-caller'
import { mayEnter, mayKnow, sitesOf } from '@/lib/sites/rules/may-enter'
import type { Caller } from '@/lib/sites/schema'

/** Where scanners say what they read: `scan`, `confirmation`, and `echo` to measure the line itself. */
const BELT_NAMESPACE = '/belt'
const toldSchema = confirmationSchema.extend({ decisionId: z.uuid() })

type Opening = { dataFolder: string; url: string; sockets: Sockets }

/** Opens the belts of this process, and the namespaces through which scanners and other web processes reach them. */
export async function openBelt({
  dataFolder,
  url,
  sockets,
}: Opening): Promise<{ handOver: () => Promise<void>; close: () => Promise<void> }> {
  const peers: { tell?: (message: BeltMessage) => void; areThere?: () => boolean } = {}
  const belt = await openBelts({
    folder: join(dataFolder, 'belt'),
    url,
    hasListeners: (site) => sockets.hasListeners(site, 'conveyor') || (peers.areThere?.() ?? false),
    show: (message) => sockets.emit(message.site, 'conveyor', 'belt', message),
    pass: (message) => peers.tell?.(message),
  })
  const space = sockets.serve(
    PEER_NAMESPACE,
    async (_headers, { token }) => (token === belt.peers.token ? 'peer' : null),
    belt.peers.answers,
  )
  peers.tell = (message) => space.tell('belt', message)
  peers.areThere = space.isAnybodyThere
  const scanners = sockets.serve(BELT_NAMESPACE, admitScanner, answersOf(belt), tooMany)
  const hearBefore = slot.emitLive
  slot.emitLive = (change) => {
    hearBefore?.(change)
    if (change.topic === 'conveyor') void belt.hear(change.event === drawingChanged)
  }
  slot.belt = belt
  return {
    handOver: async () => {
      // Here they would wait for who takes over to be reached, longer perhaps than a box has.
      scanners.cutOff()
      if (space.isAnybodyThere()) await belt.handOver(() => space.tell(RELEASED, null))
    },
    close: async () => {
      slot.belt = undefined
      await belt.close()
    },
  }
}

async function admitScanner(headers: Headers): Promise<Caller | null> {
  const caller = await identifyCaller(headers)
  return caller && mayEnter(caller, { scope: 'scans' }) ? caller : null
}

type Refused = { error: { status: number; title: string; detail: string } }

const refusal = (status: number, title: string, detail: string): Refused => ({
  error: { status, title, detail },
})
const invalid = (error: z.ZodError): Refused =>
  refusal(400, 'The message is not valid', z.prettifyError(error).replaceAll('\n', ' '))

const tooMany = (seconds: number): Refused =>
  refusal(429, 'Too Many Requests', `This connection says more than its limit; again in ${seconds} s.`)

function answersOf(belt: Belt) {
  return {
    scan(message: unknown, caller: Caller): Decision | Promise<Decision> | Refused {
      const startedAt = performance.now()
      const parsed = scanSchema.safeParse(message)
      if (!parsed.success) return invalid(parsed.error)
      if (!mayKnow(caller, parsed.data.site)) return refusal(404, 'Not Found', `No site ${parsed.data.site}.`)
      return belt.scan(parsed.data, startedAt)
    },
    async confirmation(message: unknown, caller: Caller): Promise<unknown> {
      const parsed = toldSchema.safeParse(message)
      if (!parsed.success) return invalid(parsed.error)
      const { decisionId, ...confirmation } = parsed.data
      const confirming = await belt.confirm(decisionId, confirmation, sitesOf(caller))
      if (!confirming) return refusal(404, 'Not Found', `No decision ${decisionId}.`)
      return confirming.outcome === 'confirmed'
        ? confirming.confirmed
        : refusal(409, 'Told otherwise', `This box was ${confirming.was} before.`)
    },
    echo: (message: unknown): unknown => message,
  }
}
