import {
  Activity,
  ArchiveX,
  BellRing,
  ClipboardList,
  Gauge,
  type LucideIcon,
  PackageOpen,
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
    { href: '/picking', text: 'Picking', icon: PackageOpen, isInMore: true },
    { href: '/queues', text: 'Queues', icon: Activity },
    { href: '/alerts', text: 'Alerts', icon: BellRing },
    { href: '/dead-letters', text: 'Dead letters', icon: ArchiveX, isInMore: true },
    { href: '/settings/webhooks', text: 'Webhooks', icon: Webhook, isInMore: true },
  ],
  support: [ORDERS],
  picker: [{ href: '/pick', text: 'Picking', icon: PackageOpen }],
}

/** Whether the page at `path` belongs to a place. */
export const isPlaceOf = ({ href }: Place, path: string): boolean =>
  href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`)
