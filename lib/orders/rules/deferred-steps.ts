import type { DeferredKind } from '../schema'

/** The checkout's deferred steps in order, and the seconds after placing at which each is late. */
export const DEFERRED_STEPS: readonly { kind: DeferredKind; dueSeconds: number }[] = [
  { kind: 'confirmation-email', dueSeconds: 60 },
  { kind: 'warehouse-notification', dueSeconds: 15 },
  { kind: 'recommendations', dueSeconds: 600 },
]

/**
 * When each deferred step of an order placed at `placedAt` is due.
 * @param dueSeconds the site's own times by kind; a missing one means the product's default
 */
export function owedSteps(
  placedAt: Date,
  dueSeconds: Partial<Record<string, number>>,
): { kind: DeferredKind; dueAt: Date }[] {
  return DEFERRED_STEPS.map(({ kind, dueSeconds: usual }) => ({
    kind,
    dueAt: new Date(placedAt.getTime() + (dueSeconds[kind] ?? usual) * 1000),
  }))
}
