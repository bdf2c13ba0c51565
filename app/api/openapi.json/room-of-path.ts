/** Rooms that keep more than one kind of address; any other address is a room of its own name. */
const ROOMS: Record<string, readonly string[]> = {
  orders: ['today'],
  inventory: ['stock', 'counts', 'stow', 'find', 'events', 'schemas'],
  floor: ['bins', 'layout', 'blocks', 'aisles', 'map', 'slotting'],
  picking: ['pick-lists', 'picks', 'tours', 'picking-rules', 'routes'],
  conveyor: ['scans', 'parcels'],
  figures: ['plan', 'days', 'shift-reports', 'shift-plan'],
  replenishment: ['demand', 'calendar', 'forecasts', 'supply-terms'],
  recommendations: ['pairs'],
  'queue-health': ['queues', 'alerts', 'alert-targets', 'dead-letters', 'runs'],
  downstream: ['webhooks', 'feed'],
  sites: ['palette', 'saved-views'],
}
const ROOM_OF = new Map(Object.entries(ROOMS).flatMap(([room, kinds]) => kinds.map((kind) => [kind, room])))

/** What is exported belongs to the room whose it is; the address of a site says after the site what it is about. */
const PREFIXES: Record<string, number> = { export: 1, sites: 2 }
const ONLY = { export: { events: 'downstream' } } as Record<string, Record<string, string> | undefined>

/** The room behind an address of the API: `/api/sites/{site}/map` is of `floor`. */
export function roomOfPath(path: string): string {
  const parts = path.split('/').slice(2)
  const first = parts[0] ?? ''
  const kind = parts[PREFIXES[first] ?? 0] ?? first
  return ONLY[first]?.[kind] ?? ROOM_OF.get(kind) ?? kind
}
