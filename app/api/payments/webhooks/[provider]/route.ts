import { notFound, refuse } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { chosenProvider } from '@/lib/payments/find-provider'
import { hearProvider } from '@/lib/payments/hear-provider'
import { hearProviderOperation } from '../../../public-operations'

/** A body that is not signed, or is from a provider we do not use, gets 400 and 404 and leaves no trace. */
export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: door(hearProviderOperation, async ({ request, params: { provider }, body }) => {
    if (provider !== chosenProvider()) notFound('No such provider.')
    const { outcome } = await hearProvider(provider, body.toString('utf8'), request.headers)
    if (outcome === 'heard') return new Response(null, { status: 204 })
    refuse({ status: 400, title: 'The signature is not right' })
  }),
})
