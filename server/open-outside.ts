import { join } from 'node:path'
import { z } from 'zod'
import { openMailbox } from '@/lib/messages/open-mailbox'
import type { Environment } from '@/lib/platform/environment'
import { makeWebhookSecret } from '@/lib/platform/make-webhook-secret'
import { hearMetrics } from '@/lib/platform/metrics'
import { repeat } from '@/lib/platform/repeat'
import { type Fault, slot } from '@/lib/platform/slot'
import { type Supervised, superviseProcess } from '@/lib/platform/supervise-process'
import { takeTurn } from '@/lib/platform/take-turn'
import { entryOf } from './entry-of'
import { openDemo } from './open-demo'

const readySchema = z.object({ url: z.url() })
/** It comes back by itself: with no database nobody can sign in to bring it back. */
const DATABASE_AWAY_MS = 10_000
/** One of several web processes makes the traffic; the number means nothing else. */
const TRAFFIC_LOCK = 7_031_967
const LOOK_AGAIN_MS = 5_000

type Opening = {
  environment: Environment
  dataFolder: string
  say: (line: string) => void
  closers: (() => Promise<unknown>)[]
  /** Takes the embedded Postgres away for so long; absent where the database is not ours. */
  interruptDatabase: ((forMs: number) => Promise<void>) | undefined
}

/**
 * Opens what stands around the doors: the built-in mailbox and the payment sandbox where no real ones are named, the
 * night shift, and in the demo its site, people, keys and gentle traffic.
 */
export async function openOutside({
  environment,
  dataFolder,
  say,
  closers,
  interruptDatabase,
}: Opening): Promise<{
  nightShift: Supervised
  announceReady: (url: string) => Promise<void>
}> {
  const sandboxUrl = environment.STRIPE_SECRET_KEY
    ? undefined
    : (environment.PAYMENT_SANDBOX_URL ?? (await openSandbox(environment, dataFolder, closers)))
  if (sandboxUrl) process.env.PAYMENT_SANDBOX_URL = sandboxUrl
  const mailbox = environment.SMTP_URL ? undefined : await openMailbox({ port: 0 })
  if (mailbox) {
    closers.push(mailbox.close)
    process.env.SMTP_URL = mailbox.url
  }
  const demo = environment.STOWLINE_DEMO ? await openDemo(dataFolder, say) : undefined
  const nightShift = superviseProcess('night-shift', entryOf('night-shift'), {}, (line) =>
    hearMetrics('night-shift', line),
  )
  nightShift.start()
  slot.nightShiftBegunAtMs = performance.now()
  closers.push(nightShift.stop)
  if (demo) slot.setFault = (fault) => setFault(fault, { sandboxUrl, nightShift, mailbox, interruptDatabase })

  return {
    nightShift,
    announceReady: async (url) => {
      demo?.writeCredentials(url)
      say(`Stowline is ready at ${url}`)
      demo?.saySignIns()
      if (!environment.STOWLINE_TRAFFIC) return
      closers.push(makeTraffic(dataFolder))
    },
  }
}

/** @returns what ends it */
function makeTraffic(dataFolder: string): () => Promise<void> {
  const turn = takeTurn(TRAFFIC_LOCK)
  const traffic = superviseProcess('traffic', [...entryOf('simulate/simulate-orders'), '--traffic'], {
    STOWLINE_DATA: dataFolder,
  })
  const stopLooking = repeat(async () => {
    // While the database is away, who makes it goes on.
    const isMine = await turn.isMine().catch(() => undefined)
    if (isMine === true) traffic.start()
    if (isMine === false) await traffic.stop()
  }, LOOK_AGAIN_MS)
  return async () => {
    await stopLooking()
    await traffic.stop()
    turn.giveUp()
  }
}

// The port is the sandbox's for as long as the house is open, so that its address holds when it is started again.
async function openSandbox(
  { HOST, PORT }: Environment,
  dataFolder: string,
  closers: (() => Promise<unknown>)[],
): Promise<string> {
  process.env.PAYMENT_SANDBOX_SECRET = makeWebhookSecret()
  const host = HOST === '0.0.0.0' || HOST === '::' ? '127.0.0.1' : HOST
  const env: Record<string, string> = {
    PAYMENT_SANDBOX_BOOKS: join(dataFolder, 'payment-sandbox.jsonl'),
    PAYMENT_SANDBOX_WEBHOOK_URL: `http://${host}:${PORT}/api/payments/webhooks/sandbox`,
  }
  return new Promise((resolve) => {
    const sandbox = superviseProcess(
      'payment-sandbox',
      entryOf('simulate/payment-sandbox-process'),
      env,
      (line) => {
        const { url } = readySchema.parse(JSON.parse(line))
        env.PAYMENT_SANDBOX_PORT = new URL(url).port
        resolve(url)
      },
    )
    sandbox.start()
    closers.push(sandbox.stop)
  })
}

type Breakable = {
  sandboxUrl: string | undefined
  nightShift: Supervised
  mailbox: { setFault: (state: 'ok' | 'down' | 'slow') => Promise<void> } | undefined
  interruptDatabase: Opening['interruptDatabase']
}

async function setFault(fault: Fault, outside: Breakable): Promise<void> {
  switch (fault.part) {
    case 'email':
      return outside.mailbox?.setFault(fault.state)
    case 'engine':
      return fault.state === 'running' ? outside.nightShift.start() : outside.nightShift.stop()
    case 'database':
      return outside.interruptDatabase?.(fault.state === 'down' ? DATABASE_AWAY_MS : 0)
    case 'payment': {
      if (!outside.sandboxUrl) return
      const headers = { 'content-type': 'application/json' }
      const body = JSON.stringify({ state: fault.state })
      await fetch(`${outside.sandboxUrl}/v1/faults`, { method: 'PUT', headers, body })
    }
  }
}
