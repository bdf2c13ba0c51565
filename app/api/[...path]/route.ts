import { problemResponse } from '@/lib/platform/problem'

/** Every address under /api that is no door. */
function unknown(request: Request): Response {
  return problemResponse(
    { status: 404, title: 'Not Found', detail: 'No such address.' },
    new URL(request.url).pathname,
  )
}

export { unknown as DELETE, unknown as GET, unknown as PATCH, unknown as POST, unknown as PUT }
