import type { Admission, Caller } from '../schema'

/** Whether a caller's scope or role opens a door. */
export function mayEnter(caller: Caller, admission: Admission): boolean {
  if (caller.kind === 'person') {
    if (caller.isProvisional && !admission.isForProvisional) return false
    return admission.roles?.includes(caller.role) ?? false
  }
  const opening = [admission.scope ?? []].flat()
  return opening.length > 0 && caller.scopes.some((scope) => scope === 'all' || opening.includes(scope))
}

/** Who passes a door that is open to anybody: nothing opens to them, and no site is theirs. */
export const strangerAt = (address: string): Caller => ({
  kind: 'machine',
  clientId: `address:${address}`,
  scopes: [],
  siteId: '',
})

/** The sites whose things a caller may know of. */
export function sitesOf(caller: Caller): string[] | 'all' {
  if (caller.kind === 'person') return caller.sites.map((site) => site.id)
  return caller.siteId === null ? 'all' : [caller.siteId]
}

/** Whether a thing of this site may be shown to the caller. */
export function mayKnow(caller: Caller, siteId: string): boolean {
  const sites = sitesOf(caller)
  return sites === 'all' || sites.includes(siteId)
}

/** Whether a caller may hear the live changes of a site's topic: pickers hear of their own work only. */
export function mayHear(caller: Caller, siteId: string, topic: string): boolean {
  if (!mayKnow(caller, siteId)) return false
  if (caller.kind === 'machine') return mayEnter(caller, { scope: 'read' })
  return caller.role === 'manager' || (caller.role === 'support' && topic === 'orders') || topic === 'picks'
}
