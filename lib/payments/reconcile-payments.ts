import { db, statement } from '@/lib/platform/db'
import { findProvider } from './find-provider'
import { isSafeToMend, type OurMovement, paymentDifferences } from './rules/payment-differences'
import type { Difference, FoundDifference, ListedMovement } from './schema'
import { takeUpMovement } from './take-up-movement'

/** What is younger may still be under way. */
const SETTLED_MS = 60_000
/** So much later than the provider we may have learned what it did. */
const LEARNED_MS = 86_400_000

/**
 * Lays our movements of a reconciliation's period beside the provider's list, names each difference, mends what is safe
 * and keeps the report. Runs twice, changes once: a finished one is left as it is, and what was mended does not differ again.
 * @returns what it found; `known` when it was finished before
 * @throws Error when the provider could not be asked; the report says so
 */
export async function reconcilePayments(
  id: string,
): Promise<{ outcome: 'done' | 'known'; compared: number; differences: FoundDifference[] }> {
  const asked = await db.paymentReconciliation.findUniqueOrThrow({ where: { id } })
  if (asked.state === 'done') return { outcome: 'known', compared: asked.compared, differences: [] }
  try {
    const { theirs, ours } = await readBooks(asked)
    const differences: FoundDifference[] = []
    for (const difference of paymentDifferences(ours, theirs))
      differences.push({ ...difference, repaired: await mend(difference, theirs, asked.id) })
    const compared = new Set([...ours, ...theirs].map((movement) => movement.id)).size
    const repaired = differences.filter((one) => one.repaired).length
    const report = {
      state: 'done',
      compared,
      repaired,
      differences,
      error: null,
      doneAt: new Date(),
    } as const
    await db.paymentReconciliation.update({ where: { id }, data: report })
    return { outcome: 'done', compared, differences }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    await db.paymentReconciliation.update({ where: { id }, data: { state: 'failed', error: why } })
    throw error
  }
}

type Period = { provider: string; fromAt: Date; untilAt: Date }

async function readBooks({
  provider,
  fromAt,
  untilAt,
}: Period): Promise<{ theirs: ListedMovement[]; ours: OurMovement[] }> {
  const { list } = await findProvider(provider)
  const lately = new Date(Math.min(untilAt.getTime(), Date.now() - SETTLED_MS))
  const listed = await list(new Date(fromAt.getTime() - LEARNED_MS))
  const ours = await statement<OurMovement>('movements-of-period', OURS, [
    provider,
    fromAt,
    lately,
    listed.map((movement) => movement.id),
  ])
  const done = new Set(ours.filter(({ state }) => state === 'done').map((movement) => movement.id))
  const isMeant = ({ id, at }: ListedMovement) => done.has(id) || (at >= fromAt && at <= lately)
  return { theirs: listed.filter(isMeant), ours }
}

const OURS = `
  SELECT id, order_number AS "orderNumber", kind, amount_minor AS "amountMinor", currency, state FROM payment_movement
   WHERE provider = $1 AND ((state = 'done' AND done_at >= $2 AND done_at <= $3) OR id = ANY ($4))`

async function mend(difference: Difference, theirs: ListedMovement[], askedBy: string): Promise<boolean> {
  const movement = theirs.find(({ id }) => id === difference.id)
  if (!movement || !isSafeToMend(difference)) return false
  return takeUpMovement(movement, `reconciliation:${askedBy}`)
}
