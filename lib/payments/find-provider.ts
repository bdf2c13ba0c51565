import { callSandbox } from './call-sandbox'
import { listAtSandbox } from './list-at-sandbox'
import { moveAtSandbox } from './move-at-sandbox'
import { readSandboxWebhook } from './read-sandbox-webhook'
import type { Provider } from './schema'

const sandbox: Provider = {
  name: 'sandbox',
  call: callSandbox,
  move: moveAtSandbox,
  list: listAtSandbox,
  readWebhook: readSandboxWebhook,
}

/** The provider that charges new orders: Stripe where its key is set, else the sandbox. */
export const chosenProvider = (): string => (process.env.STRIPE_SECRET_KEY ? 'stripe' : 'sandbox')

/**
 * A provider by its name; by default the chosen one. Stripe's SDK is loaded only where it is used.
 * @throws Error when there is none of this name
 */
export async function findProvider(name = chosenProvider()): Promise<Provider> {
  if (name === 'sandbox') return sandbox
  if (name !== 'stripe') throw new Error(`there is no payment provider ${name}`)
  const [{ callStripe }, { moveAtStripe }, { listAtStripe }, { readStripeWebhook }] = await Promise.all([
    import('./call-stripe'),
    import('./move-at-stripe'),
    import('./list-at-stripe'),
    import('./read-stripe-webhook'),
  ])
  return { name, call: callStripe, move: moveAtStripe, list: listAtStripe, readWebhook: readStripeWebhook }
}
