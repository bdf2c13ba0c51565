import { Agent, request as send } from 'node:http'
import { z } from 'zod'

/** Nothing listens on this port of any machine of ours: `tok_down` is a provider that refuses the connection. */
const CLOSED_PORT = 1

// Connections are kept: a new one costs more than the charge itself.
const agent = new Agent({ keepAlive: true, maxSockets: 64 })

const authorizationSchema = z.object({
  id: z.string(),
  status: z.enum(['authorized', 'declined', 'cancelled']),
  declineReason: z.string().optional(),
})
export type Authorization = z.infer<typeof authorizationSchema>

type Call = {
  method: 'GET' | 'POST'
  path: string
  key?: string
  body?: object
  timeoutMs: number
  unreachable?: boolean
}

/**
 * One HTTP call to the sandbox provider.
 * @returns the authorization, or undefined when the provider does not know the key
 * @throws Error when the provider could not be reached, was too slow, or answered what is no answer
 */
export async function callSandbox({
  method,
  path,
  key,
  body,
  timeoutMs,
  unreachable,
}: Call): Promise<Authorization | undefined> {
  const base = process.env.PAYMENT_SANDBOX_URL
  if (!base) throw new Error('PAYMENT_SANDBOX_URL is not set')
  const url = new URL(path, base)
  if (unreachable) url.port = String(CLOSED_PORT)
  const text = body && JSON.stringify(body)
  const headers = {
    ...(key ? { 'idempotency-key': key } : {}),
    ...(text ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) } : {}),
  }
  const answer = await exchange(url, { method, headers, agent, signal: AbortSignal.timeout(timeoutMs) }, text)
  if (answer.status === 404) return undefined
  if (![200, 201, 402].includes(answer.status))
    throw new Error(`the payment provider answered ${answer.status}`)
  return authorizationSchema.parse(JSON.parse(answer.text))
}

type Options = NonNullable<Parameters<typeof send>[1]>

function exchange(
  url: URL,
  options: Options,
  body: string | undefined,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const call = send(url, options, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => {
        text += chunk
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
      response.on('error', reject)
    })
    call.on('error', reject)
    call.end(body)
  })
}
