import {
  BellRing,
  Building2,
  FileText,
  KeyRound,
  type LucideIcon,
  ScrollText,
  ServerCog,
  Users,
  Webhook,
} from 'lucide-react'

export type PartName = 'people' | 'keys' | 'webhooks' | 'targets' | 'reports' | 'sites' | 'audit' | 'system'
type Part = { name: PartName; href: string; text: string; icon: LucideIcon; about: string }

/** What can be set, in the order of how often somebody comes for it. */
export const PARTS: readonly Part[] = [
  {
    ...{ name: 'people', href: '/settings/people', text: 'People', icon: Users },
    about: 'who signs in, as what, and where',
  },
  {
    ...{ name: 'keys', href: '/settings/keys', text: 'Keys', icon: KeyRound },
    about: 'what machines come in with',
  },
  {
    ...{ name: 'webhooks', href: '/settings/webhooks', text: 'Webhooks', icon: Webhook },
    about: 'who outside is sent events',
  },
  {
    ...{ name: 'targets', href: '/alerts#told', text: 'Alert targets', icon: BellRing },
    about: 'who is told when something is wrong',
  },
  {
    ...{ name: 'reports', href: '/settings/reports', text: 'Shift reports', icon: FileText },
    about: 'when the shifts are, and who reads their reports',
  },
  {
    ...{ name: 'sites', href: '/settings/sites', text: 'Sites', icon: Building2 },
    about: 'names, clocks, and when work counts as late',
  },
  {
    ...{ name: 'audit', href: '/settings/audit', text: 'Audit log', icon: ScrollText },
    about: 'who did, or was refused, what',
  },
  {
    ...{ name: 'system', href: '/settings/system', text: 'System', icon: ServerCog },
    about: 'version, health of every part, sizes',
  },
]
