import { methods } from '@/app/methods'
import { readBytes } from '@/app/read-body'
import { chosenProvider } from '@/lib/payments/find-provider'
import { hearProvider } from '@/lib/payments/hear-provider'
import { problemResponse, RefusedRequest } from '@/lib/platform/problem'

const LIMIT_BYTES = 262_144

/**
 * Where the payment provider says what moved. No key and no session: its signature is what it is known by, so a body
 * that is not signed, or is from a provider we do not use, gets 400 and 404 and leaves no trace.
 */
export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: async (request, context) => {
    const { pathname } = new URL(request.url)
    const { provider } = await context.params
    if (provider !== chosenProvider()) return problemResponse({ status: 404, title: 'Not Found' }, pathname)
    try {
      const text = (await readBytes(request, LIMIT_BYTES)).toString('utf8')
      const { outcome } = await hearProvider(provider, text, request.headers)
      if (outcome === 'heard') return new Response(null, { status: 204 })
      return problemResponse({ status: 400, title: 'The signature is not right' }, pathname)
    } catch (error) {
      if (error instanceof RefusedRequest) return problemResponse(error.problem, pathname)
      throw error
    }
  },
})
