import { type Problem, RefusedRequest } from '@/lib/platform/problem'

/** Ends the visit with a problem document. */
export function refuse(problem: Problem, headers?: Record<string, string>): never {
  throw new RefusedRequest(problem, headers)
}

/** A thing that is not there, or not for this caller to know of. */
export function notFound(detail: string): never {
  refuse({ status: 404, title: 'Not Found', detail })
}

/** A JSON answer that no cache keeps. */
export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store', ...headers } })
}
