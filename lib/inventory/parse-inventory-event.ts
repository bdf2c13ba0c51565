import type { CloudEvent } from '@/lib/platform/rules/cloud-event'
import {
  type InventoryFact,
  type InventoryKind,
  inventoryEventTypes,
  inventoryKinds,
  type Told,
} from './events'
import { contradiction } from './rules/contradiction'
import { upcast } from './rules/upcast'

const TYPE = /^stowline\.inventory\.([a-z-]+)\.v([1-9]\d{0,3})$/
const byType = new Map(inventoryEventTypes.map(({ type, version, data }) => [`${type}.v${version}`, data]))
// Source and id are one key of an index, whose entries Postgres limits to 2,704 bytes.
const MOST_ID = 255
const MOST_SOURCE = 1_024
/**
 * Reads a CloudEvent as a fact of stock: its type and version must be known and its data right; older versions come
 * out as the newest. Whether site, SKU and bin exist is not asked here.
 * @param now the moment of reading, for what claims to be of the future
 * @returns the fact, or the reason in words for the floor
 */
export function parseInventoryEvent(
  sent: CloudEvent,
  now: Date,
): { ok: true; event: InventoryFact } | { ok: false; reason: string } {
  const schema = byType.get(sent.type)
  if (!schema) return { ok: false, reason: unknownType(sent.type) }
  if (sent.id.length > MOST_ID) return { ok: false, reason: `id is longer than ${MOST_ID} characters` }
  if (sent.source.length > MOST_SOURCE)
    return { ok: false, reason: `source is longer than ${MOST_SOURCE} characters` }
  if (typeof sent.data !== 'object' || sent.data === null || Array.isArray(sent.data))
    return { ok: false, reason: `data must be a JSON object, not ${sent.datacontenttype ?? 'absent'}` }
  const read = schema.safeParse(sent.data)
  if (!read.success)
    return { ok: false, reason: [...new Set(read.error.issues.map((issue) => issue.message))].join('; ') }
  const newest = upcast(sent.type, read.data)
  const told = newest.type === sent.type ? read.data : byType.get(newest.type)?.parse(newest.data)
  if (!told) throw new Error(`${sent.type} is upcast to ${newest.type}, which nobody knows`)
  const wrong = contradiction(told, sent.subject, now)
  return wrong === undefined ? { ok: true, event: factOf(sent, told) } : { ok: false, reason: wrong }
}

function unknownType(type: string): string {
  const [, kind, version] = TYPE.exec(type) ?? []
  const versions = inventoryEventTypes.filter((known) => known.type === `stowline.inventory.${kind}`)
  if (versions.length === 0)
    return `${type} is not known; known are stowline.inventory.{${inventoryKinds.join(',')}}.v1 and newer`
  const latest = Math.max(...versions.map((known) => known.version))
  return `${kind} is known up to v${latest}, not v${version}`
}

function factOf(sent: CloudEvent, told: Told): InventoryFact {
  const [, kind] = TYPE.exec(sent.type) ?? []
  const { sku, gtin, bin, toBin, lot, expiresOn, reason, note } = told
  const fields = { sku: sku ?? (gtin == null || sent.subject === gtin ? undefined : sent.subject) }
  return {
    source: sent.source,
    id: sent.id,
    type: sent.type,
    subject: sent.subject,
    kind: kind as InventoryKind,
    site: told.site,
    ...fields,
    gtin: gtin?.padStart(14, '0').replace(/^0/, ''),
    quantity: told.change ?? told.quantity ?? 0,
    bin: bin ?? undefined,
    toBin: toBin ?? undefined,
    lot: lot ?? undefined,
    expiresOn: expiresOn ?? undefined,
    reason: reason ?? undefined,
    note: note ?? undefined,
    orderNumber: told.orderNumber,
    observedAt: told.observedAt,
    data: sent.data as Record<string, unknown>,
    traceparent: typeof sent.traceparent === 'string' ? sent.traceparent : undefined,
  }
}
