import { Webhook } from 'standardwebhooks'
import type { Movement } from './payment-books'
import type { Mischief } from './payment-mischief'

const RETRY_MS = [200, 1_000, 5_000, 20_000, 60_000]
const HELD_BACK_MS = 300
const TIMEOUT_MS = 5_000

export type WebhookTarget = { url: string; secret: string }

/**
 * Tells the client's house of every capture, void and refund, signed by Standard Webhooks, without waiting for it. Kept in memory only:
 * what a killed provider did not tell, its list of movements does.
 */
export function openWebhooks(target: WebhookTarget | undefined) {
  const timers = new Set<NodeJS.Timeout>()
  let heldBack: Movement[] = []
  let closed = false

  function later(ms: number, act: () => void): void {
    if (closed) return
    const timer = setTimeout(() => {
      timers.delete(timer)
      act()
    }, ms)
    timers.add(timer)
  }

  async function post(movement: Movement, attempt = 0): Promise<void> {
    if (!target || closed) return
    const id = `evt_${movement.id}`
    const text = JSON.stringify({ type: `payment.${movement.kind}`, timestamp: movement.at, data: movement })
    const now = new Date()
    const headers = {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': new Webhook(target.secret).sign(id, now, text),
    }
    const signal = AbortSignal.timeout(TIMEOUT_MS)
    const answer = await fetch(target.url, { method: 'POST', headers, body: text, signal }).catch(
      () => undefined,
    )
    await answer?.arrayBuffer().catch(() => undefined)
    const wait = RETRY_MS[attempt]
    if (!answer?.ok && wait !== undefined) later(wait, () => void post(movement, attempt + 1))
  }

  function release(): void {
    const released = heldBack
    heldBack = []
    for (const movement of released) void post(movement)
  }

  return {
    /** Never waits: an answer does not depend on whether anybody listens. */
    tell(movement: Movement, mischief: Mischief | undefined): void {
      // A charge is answered to who waits for it; telling of each would cost the house a request an order.
      if (!target || movement.kind === 'authorise') return
      if (mischief === 'disorder') {
        heldBack.push(movement)
        later(HELD_BACK_MS, release)
        return
      }
      void post(movement).then(release)
      if (mischief === 'twice') void post(movement)
    },
    close(): void {
      closed = true
      for (const timer of timers) clearTimeout(timer)
    },
  }
}
