import type { State } from '@/components/ui/state'
import type { ApiKey } from '@/lib/sites/key-schema'
import type { Scope } from '@/lib/sites/schema'

export const SCOPES: readonly { id: Scope; text: string; note: string }[] = [
  { id: 'orders', text: 'Orders', note: 'place, cancel and read orders' },
  { id: 'events', text: 'Events', note: 'tell what happens to stock' },
  { id: 'scans', text: 'Scans', note: 'ask for lanes, announce boxes' },
  { id: 'read', text: 'Read', note: 'look at everything, change nothing' },
  { id: 'all', text: 'All', note: 'every door that takes keys' },
]

export const KEY_STATES: Record<ApiKey['state'], { text: string; state: State }> = {
  active: { text: 'Active', state: 'done' },
  expired: { text: 'Expired', state: 'late' },
  revoked: { text: 'Revoked', state: 'stopped' },
}

export const OVERLAPS = [
  { id: '24', text: 'A day', hours: 24 },
  { id: '168', text: 'A week', hours: 168 },
  { id: '1', text: 'An hour', hours: 1 },
  { id: '0', text: 'Not at all', hours: 0 },
] as const

export const EXPIRIES = [
  { id: 'never', text: 'When it is revoked', days: undefined },
  { id: '30', text: 'In 30 days', days: 30 },
  { id: '90', text: 'In 90 days', days: 90 },
  { id: '365', text: 'In a year', days: 365 },
] as const
