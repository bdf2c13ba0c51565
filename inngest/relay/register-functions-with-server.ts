import { createHmac } from 'node:crypto'
import { canonicalJson } from '../engine/rules/canonical-json'
import { whatWentWrong } from './what-went-wrong'

export type Registration =
  | { outcome: 'registered' }
  /** The house is still opening. */
  | { outcome: 'doors-closed' }
  | { outcome: 'failed'; trouble: string }

const TIMEOUT_MS = 15_000

/**
 * Asks our own door, by a signed request, to tell the server which functions there are. The SDK behind it does the
 * telling; the address that it tells is the door's own setting, not the one used here.
 * @param doors origin at which this machine reaches the doors
 */
export async function registerFunctionsWithServer(doors: string, signingKey: string): Promise<Registration> {
  const url = new URL('/api/inngest', doors).href
  const body = canonicalJson({ url })
  const seconds = Math.floor(Date.now() / 1_000)
  const key = signingKey.replace(/^signkey-\w+-/, '')
  const signature = createHmac('sha256', key).update(`${body}${seconds}`).digest('hex')
  const headers = { 'content-type': 'application/json', 'x-inngest-signature': `t=${seconds}&s=${signature}` }
  try {
    const response = await fetch(url, {
      method: 'PUT',
      headers,
      body,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    if (response.ok) return { outcome: 'registered' }
    return { outcome: 'failed', trouble: `no registration: ${response.status} ${await messageOf(response)}` }
  } catch (error) {
    const reason = whatWentWrong(error)
    if (reason.includes('ECONNREFUSED')) return { outcome: 'doors-closed' }
    return { outcome: 'failed', trouble: `no registration through ${url}: ${reason}` }
  }
}

async function messageOf(response: Response): Promise<string> {
  const text = await response.text()
  return /"message":\s*"([^"]*)"/.exec(text)?.[1] ?? text.slice(0, 200)
}
