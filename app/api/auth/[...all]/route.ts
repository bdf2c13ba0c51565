import { refuse } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { auth } from '@/lib/platform/auth'
import { isFromOurPage } from '@/lib/sites/rules/is-from-our-page'
import { noSuchAddress } from '../../no-such-address'
import { changeSessionOperation, readSessionOperation } from '../../public-operations'
import { signIn } from './sign-in'
import { signOut } from './sign-out'

/** better-auth has forty actions; these are the ones that this house has a use for. */
const READING = new Set(['get-session', 'list-sessions'])
const CHANGING = new Set(['revoke-session', 'revoke-sessions', 'revoke-other-sessions'])
const actionOf = (request: Request): string => new URL(request.url).pathname.slice('/api/auth/'.length)

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(readSessionOperation, async ({ request }) =>
    READING.has(actionOf(request)) ? auth.handler(request) : noSuchAddress(request),
  ),
  POST: door(changeSessionOperation, async ({ request, body, requestId }) => {
    if (request.headers.has('origin') && !isFromOurPage('POST', request.headers))
      refuse({ status: 403, title: 'Forbidden', detail: 'This did not come from a page of ours.' })
    const action = actionOf(request)
    // The body was read to hold it to its limit.
    const again = new Request(request.url, {
      method: 'POST',
      headers: request.headers,
      body: new Uint8Array(body),
    })
    if (action === 'sign-in/email') return signIn(again, requestId)
    if (action === 'sign-out') return signOut(again, requestId)
    return CHANGING.has(action) ? auth.handler(again) : noSuchAddress(request)
  }),
})
