import type { Role } from '@/lib/sites/schema'
import type { Entry } from './entry'

/** Screens that are not in the navigation; `also` are the words of who looks for them. */
const SCREENS: readonly Omit<Entry, 'id' | 'kind'>[] = [
  { title: 'Counts', detail: 'Inventory', href: '/inventory/counts', also: ['cycle count'] },
  { title: 'Import', detail: 'Inventory', href: '/inventory/import', also: ['upload', 'csv'] },
  { title: 'Layout', detail: 'Floor', href: '/floor/layout', also: ['bins', 'aisles'] },
  { title: 'Picking rules', href: '/picking/rules', also: ['settings'] },
  {
    title: 'Out of stock soon',
    detail: 'Reorders',
    href: '/replenishment/running-out',
    also: ['running out', 'stock-outs'],
  },
  { title: 'Shelf space', detail: 'Reorders', href: '/replenishment/space' },
  {
    title: 'Calendar',
    detail: 'Reorders',
    href: '/replenishment/calendar',
    also: ['holidays', 'promotions', 'closed'],
  },
  { title: 'Decisions', detail: 'Conveyor', href: '/conveyor/decisions', also: ['scans', 'divert'] },
  { title: 'Targets', detail: 'Today', href: '/settings/figures', also: ['figures', 'goals', 'settings'] },
  { title: 'Customers’ data', href: '/orders/privacy', also: ['privacy', 'erase', 'gdpr', 'retention'] },
  { title: 'Shift report settings', href: '/settings/reports', also: ['shifts', 'pdf'] },
]

/** What can be done, on the screen where it is done. */
const ACTIONS: readonly Omit<Entry, 'id' | 'kind'>[] = [
  { title: 'Have a bin counted', detail: 'on Counts', href: '/inventory/counts', also: ['new count'] },
  { title: 'Import stock', detail: 'on Import', href: '/inventory/import', also: ['upload a file'] },
  { title: 'Report until now', detail: 'on Days', href: '/days', also: ['shift report', 'pdf'] },
  { title: 'Compute reorders now', detail: 'on Reorders', href: '/replenishment', also: ['suggest'] },
  {
    title: 'Replay dead letters',
    detail: 'on Dead letters',
    href: '/dead-letters',
    also: ['redrive', 'retry'],
  },
  { title: 'Add a webhook', detail: 'on Webhooks', href: '/settings/webhooks', also: ['new webhook'] },
  { title: 'Have alerts sent to somebody', detail: 'on Alerts', href: '/alerts', also: ['new target'] },
]

export type NavPlace = { href: string; text: string }

/** Every screen and action that is open to a role; `places` are those of its navigation. */
export function knownPlaces(role: Role, places: readonly NavPlace[]): Entry[] {
  const named = places.map(({ href, text }) => ({ title: text, href }))
  const screens = role === 'manager' ? [...named, ...SCREENS] : named
  const actions = role === 'manager' ? ACTIONS : []
  return [
    ...screens.map((one): Entry => ({ ...one, kind: 'screen', id: `screen ${one.href}` })),
    ...actions.map((one): Entry => ({ ...one, kind: 'action', id: `action ${one.title}` })),
  ]
}
