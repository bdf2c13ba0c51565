import { createHash } from 'node:crypto'
import { z } from 'zod'
import { whatWentWrong } from './what-went-wrong'

/** An event of the outbox on its way; `ts` is when it happened, in ms since 1970. */
export type OutboxEvent = { id: string; name: string; data: unknown; ts: number }

export type EventDoor = { baseUrl: string; eventKey: string; timeoutMs: number }

export type Posting =
  | { outcome: 'accepted' }
  /** The server answered, and will not have it. Some of several events may have been taken all the same. */
  | { outcome: 'refused'; reason: string }
  /** Whether the server took it is not known. */
  | { outcome: 'unreachable'; trouble: string }

const answerSchema = z.object({ status: z.number(), error: z.string().optional() })

/** Sends events in one request to `POST {base}/e/{key}`; sent again, they have the same ids. */
export async function postEvents(door: EventDoor, events: readonly OutboxEvent[]): Promise<Posting> {
  const { baseUrl, eventKey, timeoutMs } = door
  try {
    const response = await fetch(new URL(`/e/${encodeURIComponent(eventKey)}`, baseUrl), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-inngest-event-id-seed': seedOf(events) },
      body: JSON.stringify(events),
      signal: AbortSignal.timeout(timeoutMs),
    })
    return readAnswer(response.status, await response.text())
  } catch (error) {
    return { outcome: 'unreachable', trouble: whatWentWrong(error) }
  }
}

// A proxy may answer in the server's stead: only the server's own words say that events are in or are refused.
function readAnswer(httpStatus: number, text: string): Posting {
  const parsed = answerSchema.safeParse(jsonOf(text))
  const status = parsed.data && httpStatus === 200 ? parsed.data.status : httpStatus
  const said = `${status} ${parsed.data?.error ?? text.slice(0, 200)}`.trim()
  if (status === 200 && parsed.success) return { outcome: 'accepted' }
  if (status === 413 || (status === 400 && parsed.success)) return { outcome: 'refused', reason: said }
  return { outcome: 'unreachable', trouble: said }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * What the server makes its own ids from, by position: `<ms>,<10 bytes in base64>`. Of the whole batch, because a batch
 * that begins with the same event may hold other ones the next time.
 */
function seedOf(events: readonly OutboxEvent[]): string {
  const digest = createHash('sha256')
    .update(JSON.stringify(events.map(({ id }) => id)))
    .digest()
  return `${events[0]?.ts ?? 1},${digest.subarray(0, 10).toString('base64')}`
}
