import { BEAT_MS, beatHeart } from '@/lib/platform/beat-heart'
import { logger } from '@/lib/platform/logger'
import { createAlarm } from '../engine/alarm'
import { listenForWork } from '../engine/listen-for-work'
import { postEvents } from './post-events'
import { registerFunctionsWithServer } from './register-functions-with-server'
import { type OnRefused, relayEvents } from './relay-events'
import { sendAgain } from './send-again'

export type RelayOptions = {
  /** Where the server takes events. */
  baseUrl: string
  eventKey: string
  signingKey: string
  /** Origin at which this machine reaches our doors. */
  doors: string
  /** Keeps an event that the server will not have. */
  onRefused: OnRefused
  /** The longest wait between two looks at the outbox; NOTIFY shortens it. */
  pollMs?: number
  /** Events in one request. */
  batch?: number
  timeoutMs?: number
  /** How long nothing may happen before the server is asked whether it is there. */
  askAfterMs?: number
  /** The waits after a failure grow from the first to the longest. */
  firstWaitMs?: number
  longestWaitMs?: number
}

export type Relay = {
  /** Begins no further request, lets the one under way end. */
  stop: () => Promise<void>
}

const HEART = 'relay'
const POLL_MS = 1_000
const FIRST_WAIT_MS = 250
/** A loop that has not turned for so long hangs, and must not look alive. */
const HANGS_MS = 60_000

/** What hinders, or null, and for how long to wait for news. */
type Turned = { trouble: string | null; waitMs: number }

/** Carries events from the outbox to an Inngest server until it is stopped. */
export async function openRelay(options: RelayOptions): Promise<Relay> {
  const { pollMs = POLL_MS, firstWaitMs = FIRST_WAIT_MS, longestWaitMs = 10_000 } = options
  const turn = prepareTurns(options)
  const news = createAlarm()
  const ending = createAlarm()
  let stopping = false
  let trouble: string | null = null
  let failures = 0
  let turnedAt = performance.now()

  async function loop(): Promise<void> {
    while (!stopping) {
      turnedAt = performance.now()
      const turned = await turn().catch((error: unknown) => {
        logger.warn({ error }, 'the relay missed a turn')
        return { trouble, waitMs: pollMs }
      })
      if (turned.trouble !== null && trouble === null) logger.warn(turned, 'the relay waits')
      trouble = turned.trouble
      failures = trouble === null ? 0 : failures + 1
      if (failures === 0) await news.sleep(turned.waitMs)
      // News must not make a wait for the server shorter, or a busy outbox would hammer it.
      else
        await ending.sleep(Math.min(longestWaitMs, firstWaitMs * 2 ** failures) * (0.5 + Math.random() / 2))
    }
  }

  const server = new URL(options.baseUrl).origin
  const beat = async (): Promise<void> => {
    if (performance.now() - turnedAt > HANGS_MS) return
    await beatHeart(HEART, trouble && `Inngest server ${server}: ${trouble}`).catch(() => {})
  }
  const unlisten = await listenForWork(() => news.ring())
  const heart = setInterval(() => void beat(), BEAT_MS)
  await beat()
  const ended = loop()
  const close = async (): Promise<void> => {
    stopping = true
    news.ring()
    ending.ring()
    unlisten()
    await ended
    clearInterval(heart)
  }
  let closed: Promise<void> | undefined
  return {
    stop() {
      closed ??= close()
      return closed
    },
  }
}

function prepareTurns(options: RelayOptions): () => Promise<Turned> {
  const { baseUrl, eventKey, signingKey, doors, onRefused } = options
  const { pollMs = POLL_MS, batch = 100, timeoutMs = 10_000, firstWaitMs = FIRST_WAIT_MS } = options
  const { askAfterMs = 5_000 } = options
  const door = { baseUrl, eventKey, timeoutMs }
  let registered = false
  let lostAt: number | null = null
  let heardAt = performance.now()
  return async () => {
    // First of all: events for functions that the server does not know would be taken and forgotten.
    if (!registered) {
      // What our door hears of a server that is away is less than what the server's own address says.
      const asked = await postEvents(door, [])
      if (asked.outcome === 'unreachable') return { trouble: asked.trouble, waitMs: 0 }
      const registration = await registerFunctionsWithServer(doors, signingKey)
      if (registration.outcome === 'failed') return { trouble: registration.trouble, waitMs: 0 }
      if (registration.outcome === 'doors-closed') return { trouble: null, waitMs: firstWaitMs }
      if (lostAt !== null) await sendAgain((performance.now() - lostAt) / 1_000)
      lostAt = null
      registered = true
      logger.info({ server: baseUrl }, 'the functions are registered with the Inngest server')
    }
    const relaying = await relayEvents(door, batch, onRefused)
    if (relaying.relayed > 0) heardAt = performance.now()
    else if (relaying.trouble === null && performance.now() - heardAt > askAfterMs) {
      // Nothing happens, but its schedules should: an empty batch tells whether it is there.
      const asked = await postEvents(door, [])
      if (asked.outcome === 'unreachable') relaying.trouble = asked.trouble
      heardAt = performance.now()
    }
    if (relaying.trouble !== null) {
      lostAt ??= performance.now()
      // It may come back as another server, one that knows nothing of us.
      registered = false
    }
    return { trouble: relaying.trouble, waitMs: relaying.more ? 0 : pollMs }
  }
}
