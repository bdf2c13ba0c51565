import { type CloudEvent, dataOf, readCloudEvent } from './rules/cloud-event'
import { decodeHeaderValue, decodeUtf8 } from './rules/header-value'
import { madeStorable } from './rules/storable-json'

const STRUCTURED = 'application/cloudevents+json'
const BATCH = 'application/cloudevents-batch+json'
const MOST_EVENTS = 1_000
// In binary mode these are the message itself; as a header they would say it twice.
const BODY_SAYS = new Set(['data', 'data_base64', 'datacontenttype'])

/** One event of a request: read, or why it is none. `raw` is what was sent, made fit to be kept as jsonb. */
export type ReadEvent =
  | { index: number; event: CloudEvent }
  | { index: number; invalid: string; id: string | null; source: string | null; raw: unknown }

export type ReadEvents =
  | { ok: true; mode: 'binary' | 'structured' | 'batch'; events: ReadEvent[] }
  | { ok: false; status: 400 | 413 | 415; detail: string }

/**
 * Reads a request of CloudEvents 1.0 over HTTP in its three modes, told apart by the content type. An event that breaks
 * the specification is an item of its own and spoils no other; only a request that cannot be taken apart is refused:
 * 400 (no JSON, not UTF-8), 413 (more than 1,000 events), 415 (no CloudEvents at all, or in another format).
 */
export function readCloudEvents(headers: Headers, body: Uint8Array): ReadEvents {
  const contentType = headers.get('content-type') ?? ''
  // The prefix decides the mode, so that an event in a format we do not read is not taken for binary.
  if (!/^\s*application\/cloudevents/i.test(contentType)) return readBinary(headers, contentType, body)
  const essence = contentType.split(';')[0]?.trim().toLowerCase()
  const isKnown = essence === STRUCTURED || essence === BATCH
  if (!isKnown || /charset\s*=\s*"?(?!utf-8|us-ascii)/i.test(contentType))
    return { ok: false, status: 415, detail: `Send ${STRUCTURED} or ${BATCH}, in UTF-8.` }
  const sent = parseJson(body)
  if (!sent) return { ok: false, status: 400, detail: 'The body is not JSON in UTF-8.' }
  return essence === BATCH ? readBatch(sent.value) : readStructured(sent.value)
}

function readStructured(value: unknown): ReadEvents {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return {
      ok: false,
      status: 400,
      detail: `The body is not one JSON object; many events travel as ${BATCH}.`,
    }
  return { ok: true, mode: 'structured', events: [readItem(value, 0)] }
}

function readBatch(value: unknown): ReadEvents {
  if (!Array.isArray(value)) return { ok: false, status: 400, detail: 'A batch is a JSON array of events.' }
  if (value.length > MOST_EVENTS)
    return { ok: false, status: 413, detail: `At most ${MOST_EVENTS} events in a batch.` }
  return { ok: true, mode: 'batch', events: value.map(readItem) }
}

function readBinary(headers: Headers, contentType: string, body: Uint8Array): ReadEvents {
  const attributes = [...headers].filter(([name]) => name.startsWith('ce-'))
  if (attributes.length === 0)
    return { ok: false, status: 415, detail: `Send ${STRUCTURED}, ${BATCH}, or one event with ce- headers.` }
  const data = body.length === 0 ? {} : dataOf(body, contentType)
  if (!data) return { ok: false, status: 400, detail: `The body is not ${contentType}.` }
  const raw: Record<string, unknown> =
    contentType === '' ? { ...data } : { datacontenttype: contentType, ...data }
  let refusal: string | undefined
  for (const [header, value] of attributes) {
    const name = header.slice('ce-'.length)
    const decoded = decodeHeaderValue(value)
    if (decoded === undefined) refusal ??= `${header} is not percent-encoded UTF-8`
    if (BODY_SAYS.has(name))
      refusal ??= `${header} must not be sent: the body is the data, content-type its type`
    else raw[name] = decoded ?? value
  }
  return {
    ok: true,
    mode: 'binary',
    events: [refusal === undefined ? readItem(raw, 0) : rejected(raw, 0, refusal)],
  }
}

function readItem(raw: unknown, index: number): ReadEvent {
  const read = readCloudEvent(raw)
  return 'event' in read ? { index, event: read.event } : rejected(raw, index, read.invalid)
}

function rejected(raw: unknown, index: number, invalid: string): ReadEvent {
  const kept = madeStorable(raw)
  const { id, source } = (typeof kept === 'object' && kept !== null ? kept : {}) as Record<string, unknown>
  return { index, invalid, id: textOrNull(id), source: textOrNull(source), raw: kept }
}

const textOrNull = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)

function parseJson(body: Uint8Array): { value: unknown } | undefined {
  const text = decodeUtf8(body)
  if (text === undefined) return undefined
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}
