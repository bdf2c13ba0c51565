import { DATA_OF_TYPE } from '../events'
import type { CloudEvent } from '../schema'
import { sequenceOf } from './feed-position'

/** A row of the feed, as the database gives it. */
export type FeedRow = {
  xid: string
  kind: number
  row_id: string
  type: string
  event_id: string
  source: string
  subject: string
  site_id: string | null
  data: unknown
  happened_at: Date
  recorded_at: Date
  traceparent: string | null
}

/**
 * A row of the feed as the outside gets it. Of an event of the outbox only what its public shape names goes out; one that
 * has another shape tells that it happened, and nothing more.
 */
export function cloudEventOf(row: FeedRow): CloudEvent {
  return {
    specversion: '1.0',
    id: row.event_id,
    source: row.source,
    type: row.type,
    subject: row.subject,
    time: row.happened_at.toISOString(),
    datacontenttype: 'application/json',
    recordedtime: row.recorded_at.toISOString(),
    sequence: sequenceOf({ xid: BigInt(row.xid), kind: row.kind, rowId: BigInt(row.row_id) }),
    ...(row.site_id === null ? {} : { site: row.site_id }),
    ...(row.traceparent === null ? {} : { traceparent: row.traceparent }),
    data: row.kind === 0 ? (DATA_OF_TYPE.get(row.type)?.safeParse(row.data).data ?? {}) : row.data,
  }
}
