/**
 * Why somebody could not sign in, in words they can act on.
 * @param status the HTTP status; 0 when no answer came
 * @param retryAfter seconds to wait, as the server's header says them
 */
export function refusalWords(status: number, retryAfter: string | null): string {
  if (status === 0) return 'The server was not reached. Check the network of this device and try again.'
  if (status === 400 || status === 401) return 'This e-mail and password do not belong together.'
  if (status === 403)
    return 'This page was opened under an address the server does not trust. Open it by its usual address.'
  if (status === 429) return `Too many sign-ins failed. Try again ${waitWords(Number(retryAfter))}.`
  return 'The server could not sign you in just now. Try again in a moment.'
}

function waitWords(seconds: number): string {
  if (!(seconds > 0)) return 'in a minute'
  if (seconds > 90) return `in ${Math.ceil(seconds / 60)} minutes`
  return seconds === 1 ? 'in 1 second' : `in ${Math.ceil(seconds)} seconds`
}
