/** A field that is wrong: `pointer` is a JSON Pointer (RFC 6901) into the body. */
export type FieldProblem = { pointer: string; detail: string; [more: string]: unknown }

export type Problem = {
  status: number
  title: string
  detail?: string
  type?: string
  errors?: FieldProblem[]
  /** Extra members, as RFC 9457 allows. */
  [more: string]: unknown
}

/** A request that is refused for a reason of its own making; a door turns it into an answer. */
export class RefusedRequest extends Error {
  constructor(
    readonly problem: Problem,
    readonly headers: Record<string, string> = {},
  ) {
    super(problem.detail ?? problem.title)
    this.name = 'RefusedRequest'
  }
}

/** The text of an RFC 9457 problem document; `status` equals the HTTP status. */
export function problemText(problem: Problem, instance?: string): string {
  const { type = 'about:blank', title, status, detail, errors, ...more } = problem
  return JSON.stringify({ type, title, status, detail, instance, errors, ...more })
}

/** The response of a problem. */
export function problemResponse(
  problem: Problem,
  instance?: string,
  headers: Record<string, string> = {},
): Response {
  return new Response(problemText(problem, instance), {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers },
  })
}
