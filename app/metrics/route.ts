import '@/lib/platform/measure-process'
import { metricsText } from '@/lib/platform/metrics'
import { problemResponse } from '@/lib/platform/problem'
import { identifyCaller } from '@/lib/sites/identify-caller'
import { mayEnter } from '@/lib/sites/rules/may-enter'
import { measureHouse } from '@/lib/system/measure-house'

export const dynamic = 'force-dynamic'

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/** OpenMetrics text, for a scraper on this machine or with a key of scope `read`. */
export async function GET(request: Request): Promise<Response> {
  const local = LOOPBACK.has(request.headers.get('x-client-address') ?? '')
  const caller = local ? null : await identifyCaller(request.headers)
  if (!local && !(caller && mayEnter(caller, { scope: 'read' }))) {
    return problemResponse({ status: 401, title: 'Unauthorized' }, '/metrics', {
      'www-authenticate': 'Bearer',
    })
  }
  await measureHouse()
  const { text, contentType } = await metricsText()
  return new Response(text, { headers: { 'content-type': contentType } })
}
