import type { LimitKind } from '@/lib/platform/rules/rate-limits'
import type { Admission, Scope } from '../schema'

const BUSY: [Scope, LimitKind][] = [
  ['scans', 'scan'],
  ['events', 'event'],
  ['orders', 'order'],
]

/** Which limit a door counts to: belts, event feeds and tills ask a thousand times as often as anybody else. */
export function limitKind(door: { method: string; admits: Admission }): LimitKind {
  if (door.method === 'GET') return 'read'
  const scopes = [door.admits.scope ?? []].flat()
  return BUSY.find(([scope]) => scopes.includes(scope))?.[1] ?? 'change'
}
