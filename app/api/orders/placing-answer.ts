import { refuse } from '@/app/answers'
import type { PlacingOutcome } from '@/lib/orders/place-order'
import type { OrderRequest } from '@/lib/orders/schema'
import { counter } from '@/lib/platform/metrics'

const IN_FLIGHT_RETRY_SECONDS = '1'

const requests = counter('stowline_order_requests', 'Requests to place an order, by answer', ['answer'])

const ANSWERS: Record<number, string> = {
  201: 'placed',
  202: 'confirming',
  402: 'declined',
  409: 'out-of-stock',
}

/** The HTTP answer to what became of a request to place an order. */
export function placingAnswer(placing: PlacingOutcome, { site, lines }: OrderRequest): Response {
  requests.inc({ answer: answerOf(placing) })
  switch (placing.outcome) {
    case 'answered':
      return kept(placing)
    case 'in-flight':
      return refuse(
        {
          status: 409,
          title: 'Request in flight',
          detail: 'The first request with this key has not answered yet.',
        },
        { 'retry-after': IN_FLIGHT_RETRY_SECONDS },
      )
    case 'key-reused':
      return refuse({
        status: 422,
        title: 'Idempotency-Key was used before',
        detail: 'This key belongs to a request with another body.',
      })
    case 'unknown-site':
      return refuse({ status: 404, title: 'Not Found', detail: `No site ${site}.` })
    case 'unknown-skus': {
      const errors = placing.skus.map((unknown) => ({
        pointer: `/lines/${lines.findIndex(({ sku }) => sku === unknown)}/sku`,
        detail: 'unknown SKU',
      }))
      return refuse({
        status: 400,
        title: 'The body is not valid',
        detail: 'Some SKUs are not in the catalogue.',
        errors,
      })
    }
  }
}

const answerOf = (placing: PlacingOutcome): string => {
  if (placing.outcome !== 'answered') return placing.outcome
  return placing.replayed ? 'replayed' : (ANSWERS[placing.status] ?? String(placing.status))
}

type Kept = Extract<PlacingOutcome, { outcome: 'answered' }>

// The body goes out as the text that was kept, so that a repeat is the same byte for byte.
function kept({ status, body, location, replayed }: Kept): Response {
  const headers = new Headers({
    'content-type': status >= 400 ? 'application/problem+json' : 'application/json',
    'cache-control': 'no-store',
  })
  if (location) headers.set('location', location)
  if (replayed) headers.set('idempotency-replayed', 'true')
  return new Response(body, { status, headers })
}
