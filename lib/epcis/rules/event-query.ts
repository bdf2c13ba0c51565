import { bareWord, canonicalUri } from './canonical-uri'
import { canonicalTime } from './event-time'

/** A condition on the columns of the events: SQL with `?` for its one value. */
export type Condition = { sql: string; value: unknown }
export type EventQuery = {
  conditions: Condition[]
  orderBy: 'event_time' | 'record_time' | null
  descending: boolean
  /** At most so many events in all, the others are left out. */
  eventCountLimit: number | null
  /** More than so many refuse the query. */
  maxEventCount: number | null
}
export type ReadQuery = { ok: true; query: EventQuery } | { ok: false; reason: string }

type Reader = (text: string) => Condition | undefined

const listed = (text: string): string[] => text.split('|').filter((one) => one !== '')
const among =
  (column: string, of: (text: string) => string = (text) => text): Reader =>
  (text) => ({ sql: `${column} = ANY(?::text[])`, value: listed(text).map(of) })
const overlaps =
  (column: string, of: (text: string) => string = (text) => text): Reader =>
  (text) => ({ sql: `${column} && ?::text[]`, value: listed(text).map(of) })
const time =
  (column: string, operator: string): Reader =>
  (text) => {
    const value = canonicalTime(text)
    return value === undefined ? undefined : { sql: `${column} ${operator} ?::timestamptz`, value }
  }
const amount =
  (operator: string): Reader =>
  (text) =>
    /^-?\d+(\.\d+)?$/.test(text)
      ? {
          sql: `EXISTS (SELECT FROM unnest(quantities) amount WHERE amount ${operator} ?::numeric)`,
          value: text,
        }
      : undefined
// A place and what is in it: of a site its bins, whose links continue the site's.
const within =
  (column: string): Reader =>
  (text) => ({
    sql: `(${column} = ANY(?::text[]) OR split_part(${column}, '/254/', 1) = ANY(?::text[]))`,
    value: listed(text).map(canonicalUri),
  })

/** An EPC, or a pattern that leaves its serial open. */
const epcs =
  (column: string): Reader =>
  (text) => {
    const uris = listed(text)
    const isPattern = (uri: string) => uri.startsWith('urn:epc:idpat:')
    if (!uris.some(isPattern)) return { sql: `${column} && ?::text[]`, value: uris.map(canonicalUri) }
    const patterns = uris.map((uri) =>
      isPattern(uri) ? `${like(canonicalUri(uri))}%` : like(canonicalUri(uri)),
    )
    return {
      sql: `EXISTS (SELECT FROM unnest(${column}) epc WHERE epc LIKE ANY(?::text[]))`,
      value: patterns,
    }
  }
const like = (text: string): string => text.replace(/[\\%_]/g, '\\$&')

/** The parameters of a query by the names of EPCIS 2.0, 8.2.7.1; several values are parted by `|`. */
const READERS: Record<string, Reader> = {
  eventType: among('type'),
  EQ_eventID: among('event_id'),
  GE_eventTime: time('event_time', '>='),
  LT_eventTime: time('event_time', '<'),
  GE_recordTime: time('record_time', '>='),
  LT_recordTime: time('record_time', '<'),
  EQ_action: among('action'),
  EQ_bizStep: among('biz_step', bareWord),
  EQ_disposition: among('disposition', bareWord),
  EQ_persistentDisposition_set: overlaps('dispositions_set', bareWord),
  EQ_persistentDisposition_unset: overlaps('dispositions_unset', bareWord),
  EQ_readPoint: among('read_point', canonicalUri),
  WD_readPoint: within('read_point'),
  EQ_bizLocation: among('biz_location', canonicalUri),
  WD_bizLocation: within('biz_location'),
  EQ_transformationID: among('transformation'),
  MATCH_epc: epcs('epcs'),
  MATCH_inputEPC: epcs('input_epcs'),
  MATCH_outputEPC: epcs('output_epcs'),
  MATCH_anyEPC: epcs('any_epcs'),
  MATCH_parentID: among('parent', canonicalUri),
  MATCH_epcClass: overlaps('epc_classes', canonicalUri),
  MATCH_inputEPCClass: overlaps('input_epc_classes', canonicalUri),
  MATCH_outputEPCClass: overlaps('output_epc_classes', canonicalUri),
  MATCH_anyEPCClass: overlaps('any_epc_classes', canonicalUri),
  EQ_quantity: amount('='),
  GT_quantity: amount('>'),
  GE_quantity: amount('>='),
  LT_quantity: amount('<'),
  LE_quantity: amount('<='),
  EXISTS_errorDeclaration: (text) =>
    text === 'true' || text === 'false'
      ? { sql: '(declared_at IS NOT NULL) = ?::boolean', value: text }
      : undefined,
  GE_errorDeclarationTime: time('declared_at', '>='),
  LT_errorDeclarationTime: time('declared_at', '<'),
  EQ_errorReason: among('error_reason', bareWord),
  EQ_correctiveEventID: overlaps('corrective_ids'),
}

/** Names of the parameters that find events, for the API's document. */
export const QUERY_NAMES = Object.keys(READERS)
/** Names that say how to answer, not what to find. */
const HOW = ['perPage', 'nextPageToken', 'orderBy', 'orderDirection', 'eventCountLimit', 'maxEventCount']
const COLUMN_OF = { eventTime: 'event_time', recordTime: 'record_time' } as const

const refused = (reason: string): ReadQuery => ({ ok: false, reason })

/** The query that the parameters of a request ask; a parameter that is unknown or said twice refuses it. */
export function readQuery(parameters: [string, string][]): ReadQuery {
  const given = new Map(parameters)
  if (given.size < parameters.length) return refused('a parameter is given twice; part several values by |')
  const conditions: Condition[] = []
  for (const [name, text] of parameters) {
    if (HOW.includes(name)) continue
    const condition = READERS[name]?.(text)
    if (!READERS[name]) return refused(`${name} is not a parameter we know`)
    if (condition === undefined || (Array.isArray(condition.value) && condition.value.length === 0))
      return refused(`${name} has no value that it can take`)
    conditions.push(condition)
  }
  const [limit, most] = [count(given.get('eventCountLimit')), count(given.get('maxEventCount'))]
  if (limit === undefined || most === undefined || (limit !== null && most !== null))
    return refused('eventCountLimit or maxEventCount, not both, must be a whole number above 0')
  const orderBy = given.get('orderBy') ?? null
  if (orderBy !== null && orderBy !== 'eventTime' && orderBy !== 'recordTime')
    return refused('orderBy must be eventTime or recordTime')
  const direction = given.get('orderDirection') ?? (orderBy === null ? 'ASC' : 'DESC')
  if (direction !== 'ASC' && direction !== 'DESC') return refused('orderDirection must be ASC or DESC')
  return {
    ok: true,
    query: {
      conditions,
      orderBy: orderBy && COLUMN_OF[orderBy],
      descending: direction === 'DESC',
      eventCountLimit: limit,
      maxEventCount: most,
    },
  }
}

function count(text: string | undefined): number | null | undefined {
  if (text === undefined) return null
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined
}
