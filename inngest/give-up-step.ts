import { orderEventSchema } from '@/lib/orders/events'
import { recordStepError } from '@/lib/orders/record-step-error'
import type { DeferredKind } from '@/lib/orders/schema'

type Failure = { event: { data: { event: { data?: unknown }; error: unknown } } }

/** The `onFailure` of a deferred step: its row says failed and why, so that it is seen and can be tried again. */
export function giveUpStep(kind: DeferredKind) {
  return async ({ event }: Failure): Promise<void> => {
    const { orderNumber } = orderEventSchema.parse(event.data.event.data)
    await recordStepError(kind, orderNumber, 'failed', messageOf(event.data.error))
  }
}

const messageOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error)
