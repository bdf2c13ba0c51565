import type { WantedAlert } from './wanted-alert'

/** The queue under which a broken audit log is told of. */
export const auditQueue = 'audit-log'

/** `entry`: the first that is missing, or not as it was written. */
export type BrokenLog = { site: string; entry: string }

/** The alert for an audit log that somebody changed: nothing mends it, so it stays until somebody has looked. */
export const wantedAuditAlert = ({ site, entry }: BrokenLog): WantedAlert => ({
  ...{ site, queue: auditQueue, topic: 'flow', severity: 'critical', ordersAffected: 0 },
  cause: 'tampered',
  message: `Audit log: entry ${entry} is missing or not as it was written; nothing from there on can be relied on`,
})
