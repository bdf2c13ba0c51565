import type { ZodType } from 'zod'
import type { Problem } from '@/lib/platform/problem'
import { parseShallowJson } from '@/lib/platform/rules/shallow-json'
import { isStorable } from '@/lib/platform/rules/storable-json'
import { invalid, refuse } from './answers'

const tooLarge = (limitBytes: number): Problem => ({
  status: 413,
  title: 'Content Too Large',
  detail: `At most ${limitBytes} bytes.`,
})

/** Said to nobody, as a rule: who sent it has left, or was cut off for sending too slowly. */
const BROKEN_OFF: Problem = { status: 400, title: 'Bad Request', detail: 'The body did not come whole.' }

/** Of a path, a query or a body: nothing in the house could keep it. */
export const UNSTORABLE: Problem = {
  status: 400,
  title: 'Bad Request',
  detail:
    'No text may have U+0000 or half a surrogate pair, no moment is of the year 0, and nothing is nested deeper than 64 levels.',
}

/** Refuses (415) a request that says its body is of none of these types. */
export function checkContentType(request: Request, types: readonly string[]): void {
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  if (!types.includes(type))
    refuse({ status: 415, title: 'Unsupported Media Type', detail: `Send ${types.join(' or ')}.` })
}

/**
 * The body as it comes, or a refusal: 413 when it is too large, 415 when it is packed, 400 when it breaks off. A declared length
 * is held to by the server's parser; without one (chunked) the bytes are counted as they come.
 */
export async function readBytes(request: Request, limitBytes: number): Promise<Buffer> {
  // A kilobyte may unpack to a gigabyte.
  const coding = request.headers.get('content-encoding')?.trim().toLowerCase() ?? 'identity'
  if (coding !== 'identity')
    refuse(
      { status: 415, title: 'Unsupported Media Type', detail: 'Send the body as it is, not compressed.' },
      { 'accept-encoding': 'identity' },
    )
  const declared = request.headers.get('content-length')
  if (declared === null) return countedBytes(request, limitBytes)
  if (Number(declared) > limitBytes) refuse(tooLarge(limitBytes))
  return Buffer.from(await request.arrayBuffer().catch(() => refuse(BROKEN_OFF)))
}

async function countedBytes(request: Request, limitBytes: number): Promise<Buffer> {
  const reader = request.body?.getReader()
  const chunks: Uint8Array[] = []
  for (let bytes = 0; ; ) {
    const { value } = (await reader?.read().catch(() => refuse(BROKEN_OFF))) ?? {}
    if (!value) return Buffer.concat(chunks)
    bytes += value.byteLength
    if (bytes > limitBytes) {
      await reader?.cancel()
      refuse(tooLarge(limitBytes))
    }
    chunks.push(value)
  }
}

/** The JSON of a body, parsed; or a refusal that says what is wrong with it: 400, 413, 415. */
export async function parseBody(
  schema: ZodType,
  request: Request,
  { types, limitBytes }: { types: readonly string[]; limitBytes: number },
): Promise<unknown> {
  checkContentType(request, types)
  const read = parseShallowJson((await readBytes(request, limitBytes)).toString('utf8'))
  if (!read)
    refuse({ status: 400, title: 'Bad Request', detail: 'The body is not JSON of at most 64 levels.' })
  if (!isStorable(read.value)) refuse(UNSTORABLE)
  const parsed = schema.safeParse(read.value)
  return parsed.success ? parsed.data : refuse(invalid('The body is not valid', parsed.error.issues, ''))
}
