import { z } from 'zod'

export const roleSchema = z.enum(['manager', 'picker', 'support'])
export type Role = z.infer<typeof roleSchema>

/** What an API key may do; `all` opens every door that takes keys. */
export const scopeSchema = z.enum(['orders', 'events', 'scans', 'read', 'all'])
export type Scope = z.infer<typeof scopeSchema>

export type SiteSummary = { id: string; name: string; timeZone: string; currency: string; locale: string }

/** Who is asking: a machine by its key, or a person by their session. */
export type Caller =
  | { kind: 'machine'; clientId: string; scopes: Scope[]; siteId: string | null }
  | { kind: 'person'; clientId: string; name: string; email: string; role: Role; sites: SiteSummary[] }

/** Who may pass a door: machines with the scope (or one of them), people in one of the roles. */
export type Admission = { scope?: Scope | readonly Scope[]; roles?: readonly Role[] }
