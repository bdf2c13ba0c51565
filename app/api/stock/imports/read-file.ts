import { refuse } from '@/app/answers'

const LIMIT_BYTES = 8_388_608

/** The bytes of a CSV file that a request brings, counted as they come. */
export async function readFile(request: Request): Promise<Uint8Array> {
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase()
  if (type !== 'text/csv') refuse({ status: 415, title: 'Unsupported Media Type', detail: 'Send text/csv.' })
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > LIMIT_BYTES)
      refuse({ status: 413, title: 'Content Too Large', detail: `At most ${LIMIT_BYTES} bytes.` })
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
