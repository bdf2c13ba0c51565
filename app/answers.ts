import { type FieldProblem, type Problem, RefusedRequest } from '@/lib/platform/problem'

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

/** The same for an answer that the database has made text of already. */
export function jsonText(text: string): Response {
  return new Response(text, { headers: { 'content-type': 'application/json', 'cache-control': 'no-store' } })
}

type Issue = { path: PropertyKey[]; message: string }

/** The problem of a body or query that is not valid; `root` is where the issues' paths begin. */
export function invalid(title: string, issues: Issue[], root: string): Problem {
  const errors: FieldProblem[] = issues.map((issue) => ({
    pointer:
      root +
      issue.path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
    detail: issue.message,
  }))
  return {
    status: 400,
    title,
    detail: errors.map((error) => `${error.pointer}: ${error.detail}`).join('; '),
    errors,
  }
}
