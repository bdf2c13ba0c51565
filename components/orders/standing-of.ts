import type { State } from '@/components/ui/state'
import { isFinal } from '@/lib/orders/rules/order-transitions'
import type { OrderStatus, Step } from '@/lib/orders/schema'

/** How a step stands: late once it is past its due time, whatever its worker says; not needed once the order has ended. */
export function standingOf(step: Pick<Step, 'state' | 'dueAt'>, status: OrderStatus, nowMs: number): State {
  if (step.state === 'done' || step.state === 'failed') return step.state
  if (isFinal(status)) return 'stopped'
  if (step.dueAt !== null && Date.parse(step.dueAt) < nowMs) return 'late'
  return step.state === 'pending' ? 'waiting' : step.state
}
