import {
  Activity,
  ArchiveX,
  BellRing,
  Boxes,
  ClipboardCheck,
  ClipboardList,
  Gauge,
  History,
  Link2,
  type LucideIcon,
  MapIcon,
  MonitorUp,
  PackageOpen,
  PackagePlus,
  Route,
  Server,
  Split,
  Truck,
  Webhook,
} from 'lucide-react'
import type { Role } from '@/lib/sites/schema'

/** `isInMore`: a phone's bar holds five; this one waits behind "More". */
export type Place = { href: string; text: string; icon: LucideIcon; isInMore?: true }

const ORDERS: Place = { href: '/orders', text: 'Orders', icon: ClipboardList }

/** Where each role may go, its home first. Only screens that exist. */
export const PLACES: Record<Role, readonly [Place, ...Place[]]> = {
  manager: [
    { href: '/', text: 'Today', icon: Gauge },
    ORDERS,
    { href: '/inventory', text: 'Inventory', icon: Boxes },
    { href: '/replenishment', text: 'Reorders', icon: Truck, isInMore: true },
    { href: '/floor', text: 'Floor', icon: MapIcon, isInMore: true },
    { href: '/picking', text: 'Picking', icon: PackageOpen, isInMore: true },
    { href: '/floor/advice', text: 'Slotting', icon: Route, isInMore: true },
    { href: '/recommendations', text: 'Bought together', icon: Link2, isInMore: true },
    { href: '/conveyor', text: 'Conveyor', icon: Split, isInMore: true },
    { href: '/days', text: 'Days', icon: History, isInMore: true },
    { href: '/queues', text: 'Queues', icon: Activity, isInMore: true },
    { href: '/alerts', text: 'Alerts', icon: BellRing },
    { href: '/dead-letters', text: 'Dead letters', icon: ArchiveX, isInMore: true },
    { href: '/wall', text: 'Wall display', icon: MonitorUp, isInMore: true },
    { href: '/settings/webhooks', text: 'Webhooks', icon: Webhook, isInMore: true },
    { href: '/settings/system', text: 'System', icon: Server, isInMore: true },
  ],
  support: [ORDERS],
  picker: [
    { href: '/pick', text: 'Picking', icon: PackageOpen },
    { href: '/pick/stow', text: 'Put away', icon: PackagePlus },
    { href: '/pick/moves', text: 'Moves', icon: Route },
    { href: '/pick/counts', text: 'Counts', icon: ClipboardCheck },
  ],
}

/** The place that the page at `path` belongs to: of those that fit, the nearest. */
export const placeOf = (places: readonly Place[], path: string): Place | undefined =>
  places
    .filter(({ href }) => path === href || (href !== '/' && path.startsWith(`${href}/`)))
    .sort((one, other) => other.href.length - one.href.length)[0]
