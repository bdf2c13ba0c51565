// A sender of events, as tills and suppliers have one: what the house reads, written.
import type { CloudEvent } from '@/lib/platform/rules/cloud-event'
import { encodeHeaderValue } from '@/lib/platform/rules/header-value'

const STRUCTURED = 'application/cloudevents+json'
const BATCH = 'application/cloudevents-batch+json'

/** An event of ours with JSON data, ready to be sent. Absent attributes are left out. */
export function toCloudEvent(said: {
  id: string
  source: string
  type: string
  subject?: string
  time: Date
  dataschema?: string
  traceparent?: string
  data: unknown
}): CloudEvent {
  const { data, time, ...attributes } = said
  const present = Object.entries(attributes).filter(([, value]) => value !== undefined)
  return {
    specversion: '1.0',
    ...(Object.fromEntries(present) as Pick<CloudEvent, 'id' | 'source' | 'type'>),
    time: time.toISOString(),
    datacontenttype: 'application/json',
    data,
  }
}

/** An event as an HTTP message in structured mode. */
export function writeCloudEvent(event: CloudEvent): { headers: Record<string, string>; body: string } {
  return { headers: { 'content-type': `${STRUCTURED}; charset=utf-8` }, body: JSON.stringify(event) }
}

/** Events as one HTTP message in batched mode. */
export function writeCloudEvents(events: CloudEvent[]): { headers: Record<string, string>; body: string } {
  return { headers: { 'content-type': `${BATCH}; charset=utf-8` }, body: JSON.stringify(events) }
}

/** The headers of an event in binary mode; its body is the data alone. */
export function writeCloudEventHeaders(event: CloudEvent): Record<string, string> {
  const { data: _, data_base64: __, datacontenttype, ...attributes } = event
  const headers: Record<string, string> = Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [`ce-${name}`, encodeHeaderValue(String(value))]),
  )
  return datacontenttype === undefined ? headers : { ...headers, 'content-type': datacontenttype }
}
