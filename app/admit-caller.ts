import { limitHeaders, limitRate } from '@/lib/platform/limit-rate'
import { type LimitKind, WINDOW_SECONDS } from '@/lib/platform/rules/rate-limits'
import { countedAddress } from '@/lib/platform/trusted-proxies'
import { tellVisit } from '@/lib/platform/visit'
import { identifyCaller } from '@/lib/sites/identify-caller'
import { isFromOurPage } from '@/lib/sites/rules/is-from-our-page'
import { limitKind } from '@/lib/sites/rules/limit-kind'
import { mayEnter, strangerAt } from '@/lib/sites/rules/may-enter'
import type { Caller } from '@/lib/sites/schema'
import { refuse } from './answers'
import type { Operation } from './api/operation'
import { auditVisit } from './audit-visit'

export type Arrival = {
  request: Request
  path: string
  requestId: string
  /** Headers of the answer, whatever it will be: how much of a limit is left. */
  limits: Headers
}

/** Who comes through a door, counted to their limit; or a refusal: 401, 403, 429. Nothing else in the house admits anybody. */
export async function admitCaller(operation: Operation, arrival: Arrival): Promise<Caller> {
  const { headers } = arrival.request
  const address = clientAddress(headers)
  if (operation.admits.anybody !== undefined) {
    spend(arrival, 'open', address)
    return strangerAt(address)
  }
  const caller = await identifyCaller(headers)
  if (caller) tellVisit({ caller: caller.clientId })
  // Strangers are not written down: anybody could fill the table.
  if (!caller) {
    spend(arrival, 'stranger', address)
    refuse(
      { status: 401, title: 'Unauthorized', detail: 'Sign in, or send an API key.' },
      { 'www-authenticate': 'Bearer' },
    )
  }
  spend(arrival, limitKind(operation), caller.clientId)
  const isOurs = caller.kind === 'machine' || isFromOurPage(operation.method, headers)
  if (isOurs && mayEnter(caller, operation.admits)) return caller
  const { path, requestId } = arrival
  await auditVisit(operation, caller, path, requestId).audit({ subject: path, outcome: 'refused' })
  const detail = isOurs ? 'Your role or scope does not open this.' : 'This did not come from a page of ours.'
  refuse({ status: 403, title: 'Forbidden', detail })
}

/** Where a request comes from, as the server stamped it; see server/guard-doors.ts. */
export const clientAddress = (headers: Headers): string =>
  countedAddress(headers.get('x-client-address') ?? 'unknown')

/** Takes one request from a client's limit, or refuses until there is more of it. */
function spend({ limits }: Arrival, kind: LimitKind, client: string): void {
  const limited = limitRate(kind, client)
  for (const [name, value] of Object.entries(limitHeaders(limited))) limits.set(name, value)
  if (limited.isAllowed) return
  const { quota, resetSeconds } = limited
  refuse(
    {
      type: 'https://iana.org/assignments/http-problem-types#quota-exceeded',
      status: 429,
      title: 'Too Many Requests',
      detail: `At most ${quota} in ${WINDOW_SECONDS} s; more in ${resetSeconds} s.`,
      'violated-policies': [kind],
    },
    { 'retry-after': String(resetSeconds) },
  )
}
