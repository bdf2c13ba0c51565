import { countOwedSteps } from '@/lib/orders/queries'
import { gauge, registry } from '@/lib/platform/metrics'
import { problemResponse } from '@/lib/platform/problem'
import { identifyCaller } from '@/lib/sites/identify-caller'
import { mayEnter } from '@/lib/sites/rules/may-enter'

export const dynamic = 'force-dynamic'

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])
const owedSteps = gauge('stowline_owed_steps', 'Deferred steps that are still owed', ['kind', 'state'])

/** OpenMetrics text, for a scraper on this machine or with a key of scope `read`. */
export async function GET(request: Request): Promise<Response> {
  const local =
    LOOPBACK.has(request.headers.get('x-client-address') ?? '') && !request.headers.has('x-forwarded-for')
  const caller = local ? null : await identifyCaller(request.headers)
  if (!local && !(caller && mayEnter(caller, { scope: 'read' }))) {
    return problemResponse({ status: 401, title: 'Unauthorized' }, '/metrics', {
      'www-authenticate': 'Bearer',
    })
  }
  owedSteps.reset()
  for (const { kind, state, steps } of await countOwedSteps()) owedSteps.set({ kind, state }, steps)
  return new Response(await registry.metrics(), { headers: { 'content-type': registry.contentType } })
}
