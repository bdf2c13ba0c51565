import { recordAudit } from '@/lib/sites/record-audit'
import type { Caller } from '@/lib/sites/schema'
import type { Operation } from './api/operation'

/** A thing by its ids: what is written down is never changed or erased, so it names no customer. */
export type Audited = {
  subject: string
  siteId?: string | null
  outcome?: 'allowed' | 'refused'
  /** False when everything was as it should be already: then there is nothing to write down. */
  isChanged?: boolean
}

/**
 * What writes a visit into the audit log: the act, by `audit`, which knows the thing; or `finish`, by the address, when the
 * act told nothing of a person's change. So no door can forget it.
 */
export function auditVisit(operation: Operation, caller: Caller, path: string, requestId: string) {
  let isTold = false
  const audit = async ({
    subject,
    siteId,
    outcome = 'allowed',
    isChanged = true,
  }: Audited): Promise<void> => {
    isTold = true
    if (!isChanged) return
    const entry = { actor: caller.clientId, action: operation.id, outcome, subject, requestId }
    await recordAudit({ ...entry, ...(siteId ? { siteId } : {}) })
  }
  const finish = async (response: Response): Promise<Response> => {
    const mayChange = operation.method !== 'GET' && operation.admits.scope !== 'read'
    if (caller.kind === 'person' && mayChange && response.ok && !isTold)
      await audit({ subject: path, siteId: caller.sites.length === 1 ? caller.sites[0]?.id : null })
    return response
  }
  return { audit, finish }
}
