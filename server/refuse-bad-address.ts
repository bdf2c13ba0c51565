import type { IncomingMessage, ServerResponse } from 'node:http'
import { problemText } from '@/lib/platform/problem'

/** Refuses an address that nobody can read: Next answers 500 to an escape that is none. @returns whether it was one */
export function refuseBadAddress({ url }: IncomingMessage, response: ServerResponse): boolean {
  if (isAddress(url)) return false
  const problem = { status: 400, title: 'Bad Request', detail: 'The address cannot be read.' }
  response.writeHead(400, { 'content-type': 'application/problem+json' }).end(problemText(problem))
  return true
}

// `//` is no path.
function isAddress(path = '/'): boolean {
  try {
    return (
      path.startsWith('/') &&
      decodeURIComponent(path.split('?')[0] ?? '') !== '' &&
      URL.canParse(path, 'http://house')
    )
  } catch {
    return false
  }
}
