import { ClipboardList, Gauge, type LucideIcon, PackageOpen } from 'lucide-react'
import type { Role } from '@/lib/sites/schema'

export type Place = { href: string; text: string; icon: LucideIcon }

const ORDERS: Place = { href: '/orders', text: 'Orders', icon: ClipboardList }

/** Where each role may go, its home first. Only screens that exist. */
export const PLACES: Record<Role, readonly [Place, ...Place[]]> = {
  manager: [
    { href: '/', text: 'Today', icon: Gauge },
    ORDERS,
    { href: '/picking', text: 'Picking', icon: PackageOpen },
  ],
  support: [ORDERS],
  picker: [{ href: '/pick', text: 'Picking', icon: PackageOpen }],
}
