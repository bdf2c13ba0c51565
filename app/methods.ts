import { problemResponse } from '@/lib/platform/problem'

export type RouteContext = { params: Promise<Record<string, string | string[] | undefined>> }
type Handler = (request: Request, context: RouteContext) => Promise<Response>
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
type Method = (typeof METHODS)[number]

/** A route's handlers for every method: the ones it has, and a 405 with `Allow` for the others. */
export function methods(handlers: Partial<Record<Method, Handler>>): Record<Method, Handler> {
  const allow = Object.keys(handlers).join(', ')
  const refused: Handler = async (request) =>
    problemResponse({ status: 405, title: 'Method Not Allowed' }, new URL(request.url).pathname, { allow })
  return Object.fromEntries(METHODS.map((method) => [method, handlers[method] ?? refused])) as Record<
    Method,
    Handler
  >
}
