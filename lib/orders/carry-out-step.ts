import { claimStep, type OwingOrder } from './claim-step'
import { closeStep } from './close-step'
import { recordStepError } from './record-step-error'
import type { DeferredKind } from './schema'

/**
 * One attempt at a deferred step: claim the owed row or leave, do the work, close the row. The work itself must be
 * idempotent: a process may die between doing it and closing the row, and then it runs again.
 * @param once a try on the side: another run has the patience, so what fails is noted and left to it
 * @throws what the work threw, after noting it on the row, so that the engine tries again
 */
export async function carryOutStep(
  kind: DeferredKind,
  orderNumber: string,
  work: (order: OwingOrder) => Promise<void>,
  once = false,
): Promise<{ outcome: 'done' | 'already-done' | 'left-to-its-run' }> {
  const attempt = attemptStep(kind, orderNumber, work)
  return once ? attempt.catch(() => ({ outcome: 'left-to-its-run' as const })) : attempt
}

async function attemptStep(
  kind: DeferredKind,
  orderNumber: string,
  work: (order: OwingOrder) => Promise<void>,
): Promise<{ outcome: 'done' | 'already-done' }> {
  const claim = await claimStep(kind, orderNumber)
  if (claim.outcome === 'already-done') return claim
  try {
    await work(claim.order)
  } catch (error) {
    await recordStepError(kind, orderNumber, 'retrying', error)
    throw error
  }
  await closeStep(kind, orderNumber)
  return { outcome: 'done' }
}
