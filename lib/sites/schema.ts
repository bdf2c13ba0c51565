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
  | {
      kind: 'person'
      clientId: string
      name: string
      email: string
      role: Role
      sites: SiteSummary[]
      /** Has yet to choose a password of their own: until then they belong to no site and pass one door only. */
      isProvisional?: boolean
    }

/**
 * Who may pass a door: machines with the scope (or one of them), people in one of the roles, with a password of their own; or
 * anybody, which says why nobody is asked who they are.
 */
export type Admission = {
  scope?: Scope | readonly Scope[]
  roles?: readonly Role[]
  isForProvisional?: boolean
  anybody?: string
}

/** A screen with its filters under a name. */
export const savedViewSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  /** Of this house, with its query. */
  path: z.string(),
  isShared: z.boolean(),
  /** Whose it is, when not the asker's own. */
  savedBy: z.string().nullable(),
  mayRemove: z.boolean(),
  createdAt: z.iso.datetime(),
})
export type SavedView = z.infer<typeof savedViewSchema>

export const saveViewRequestSchema = z.strictObject({
  site: z.string().min(1).max(64),
  name: z.string().trim().min(1).max(80),
  path: z.string().min(1).max(500),
  /** For everybody of the site. */
  isShared: z.boolean().default(false),
})
export type SaveViewRequest = z.infer<typeof saveViewRequestSchema>
