import { problemResponse } from '@/lib/platform/problem'

/** The answer of every address under /api that is no door. */
export function noSuchAddress(request: Request): Response {
  return problemResponse(
    { status: 404, title: 'Not Found', detail: 'No such address.' },
    new URL(request.url).pathname,
  )
}
