import { z } from 'zod'
import { askSandbox, type SandboxRequest } from './ask-sandbox'
import type { CallProvider, ProviderAnswer, ProviderCall } from './schema'

/** Nothing listens on this port of any machine of ours: `tok_down` is a provider that refuses the connection. */
const CLOSED_PORT = 1

const authorizationSchema = z.object({
  id: z.string(),
  key: z.string(),
  status: z.enum(['authorized', 'declined', 'cancelled']),
  declineReason: z.string().optional(),
})

/**
 * The sandbox as our card provider.
 * @throws Error when it could not be reached, was too slow, or answered what is no answer
 */
export const callSandbox: CallProvider = async (call, timeoutMs) => {
  const { status, body, distrust } = await askSandbox(wireForm(call), timeoutMs)
  if (status === 404 && call.ask === 'look-up') return { outcome: 'not-found' }
  if (status === 404) throw new Error('the payment provider answered 404')
  const authorization = authorizationSchema.parse(body)
  const orderNumber = call.ask === 'authorise' ? call.charge.orderNumber : call.orderNumber
  if (authorization.key !== orderNumber) {
    distrust()
    throw new Error('the payment provider answered about another order')
  }
  return answerOf(authorization)
}

function wireForm(call: ProviderCall): SandboxRequest {
  const path = '/v1/authorizations'
  switch (call.ask) {
    case 'authorise': {
      const { orderNumber: key, amountMinor: amount, currency, token: source } = call.charge
      const body = { amount, currency, source, reference: key }
      return { method: 'POST', path, key, body, ...(source === 'tok_down' && { port: CLOSED_PORT }) }
    }
    case 'look-up':
      return { method: 'GET', path: `${path}?idempotencyKey=${encodeURIComponent(call.orderNumber)}` }
    case 'void':
      return { method: 'POST', path: `${path}/cancel`, body: { idempotencyKey: call.orderNumber } }
  }
}

function answerOf({ id, status, declineReason }: z.infer<typeof authorizationSchema>): ProviderAnswer {
  if (status === 'authorized') return { outcome: 'authorised', provider: 'sandbox', reference: id }
  if (status === 'declined') return { outcome: 'declined', reason: declineReason ?? status }
  return { outcome: 'voided' }
}
