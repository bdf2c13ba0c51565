import { Agent, request } from 'node:http'
import type { Input } from './inputs-of-operation'

const ANSWER_MS = 30_000
/** A redirect says a long address again. */
const MOST_HEADER_BYTES = 262_144

export type RawAnswer = { status: number; headers: Record<string, string>; text: string }

/**
 * Sends bytes as they are: no client of ours or of Node's tidies the path.
 * @throws Error when nothing is answered within 30 s
 */
export function rawSender(url: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: 16 })
  const { hostname, port } = new URL(url)
  return (method: string, { path, headers, body }: Input): Promise<RawAnswer> =>
    new Promise((resolve, reject) => {
      const about = {
        agent,
        hostname,
        port,
        method,
        path,
        maxHeaderSize: MOST_HEADER_BYTES,
        signal: AbortSignal.timeout(ANSWER_MS),
      }
      const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }
      const call = request({ ...about, headers: { ...headers, ...length } }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: Object.fromEntries(
              Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
            ),
            text: Buffer.concat(chunks).toString(),
          }),
        )
      })
      call.on('error', reject)
      call.end(body)
    })
}
export type SendRaw = ReturnType<typeof rawSender>

/** What an answer says, when it says it in JSON. */
export const jsonOf = ({ headers, text }: RawAnswer): unknown =>
  /[/+]json/.test(headers['content-type'] ?? '') ? JSON.parse(text) : undefined
