import { z } from 'zod'
import { askSandbox } from './ask-sandbox'
import type { MovementOutcome, MovementRequest } from './schema'

const moveSchema = z.object({
  id: z.string(),
  key: z.string(),
  status: z.enum(['succeeded', 'refused', 'cancelled']),
  declineReason: z.string().optional(),
})

/**
 * A capture, void or refund at the sandbox, once for its id however often it is asked.
 * @throws Error when it could not be reached, was too slow, or answered what is no answer
 */
export async function moveAtSandbox(request: MovementRequest, timeoutMs: number): Promise<MovementOutcome> {
  const { id, kind, orderNumber, authorisation: authorization, amountMinor: amount } = request
  // A void closes the key that charged.
  const key = kind === 'void' ? orderNumber : id
  const asked =
    kind === 'void'
      ? ({ method: 'POST', path: '/v1/authorizations/cancel', body: { idempotencyKey: key } } as const)
      : ({ method: 'POST', path: `/v1/${kind}s`, key, body: { authorization, amount } } as const)
  const { status, body, distrust } = await askSandbox(asked, timeoutMs)
  if (status === 404) return { outcome: 'refused', reason: 'the provider does not know the charge' }
  const move = moveSchema.parse(body)
  if (move.key !== key) {
    distrust()
    throw new Error('the payment provider answered about another movement')
  }
  if (move.status === 'refused') return { outcome: 'refused', reason: move.declineReason ?? move.status }
  return { outcome: 'done', reference: move.id }
}
