import type { State } from '@/components/ui/state'
import type { PersonEntry } from '@/lib/sites/people-schema'
import type { Role } from '@/lib/sites/schema'

export const ROLES: readonly { id: Role; text: string; note: string }[] = [
  { id: 'manager', text: 'Manager', note: 'everything of their sites' },
  { id: 'picker', text: 'Picker', note: 'tours, put-away, counts' },
  { id: 'support', text: 'Support', note: 'orders and what is done with them' },
]

export const roleWords = (role: Role): string => ROLES.find(({ id }) => id === role)?.text ?? role

export const PERSON_STATES: Record<PersonEntry['state'], { text: string; state: State }> = {
  active: { text: 'Active', state: 'done' },
  invited: { text: 'Invited', state: 'waiting' },
  lapsed: { text: 'Invitation lapsed', state: 'late' },
  disabled: { text: 'Disabled', state: 'stopped' },
}

const BROWSERS: readonly [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const SYSTEMS: readonly [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
]
const first = (names: readonly [RegExp, string][], text: string): string | undefined =>
  names.find(([sign]) => sign.test(text))?.[1]

/** A browser and system as people call them, from what it says of itself: to tell one's phone from a desk, no more. */
export function deviceWords(userAgent: string | null): string {
  const found = [first(BROWSERS, userAgent ?? ''), first(SYSTEMS, userAgent ?? '')].filter(Boolean)
  return found.length > 0 ? found.join(' on ') : 'An unknown device'
}
