import { methods, type RouteContext } from '@/app/methods'
import type { Operation } from '../operation'
import { CAPTURE_BYTES, CAPTURE_LIMIT, epcisDoor, VERSIONS } from './epcis-door'

type Handler = (request: Request, context: RouteContext) => Promise<Response>

const RANGE = {
  'GS1-EPCIS-Min': '2.0',
  'GS1-EPCIS-Max': '2.0',
  'GS1-CBV-Min': '2.0',
  'GS1-CBV-Max': '2.0',
  'GS1-Vendor-Version': 'stowline-1',
  /** Events are shown as they were sent. */
  'GS1-EPC-Format': 'Never_Translates',
}
const CAPTURE = {
  'GS1-EPCIS-Capture-Limit': String(CAPTURE_LIMIT),
  'GS1-EPCIS-Capture-File-Size-Limit': String(CAPTURE_BYTES),
  'GS1-Capture-Error-Behaviour': 'all',
}

/** A resource's handlers, with OPTIONS telling what it can (EPCIS 2.0, discovery), and its limits where it `captures`. */
export function resource(
  handlers: { GET: Handler; POST?: Handler; DELETE?: Handler },
  looking: Operation,
  { captures }: { captures: boolean } = { captures: false },
) {
  const allow = ['OPTIONS', ...Object.keys(handlers)].join(', ')
  const headers = { allow, ...VERSIONS, ...RANGE, ...(captures && CAPTURE) }
  const { query: _, ...asked } = looking
  return {
    ...methods(handlers),
    OPTIONS: epcisDoor(asked, async () => new Response(null, { status: 204, headers })),
  }
}
