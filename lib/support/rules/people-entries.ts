import type { TimelineEntry } from '../schema'

export type ActFact = { at: Date; actor: string; action: string; outcome: string; subject: string }
export type NoteFact = {
  text: string
  writtenBy: string
  writtenAt: Date
  removedBy: string | null
  removedAt: Date | null
}
export type AlertFact = { openedAt: Date; resolvedAt: Date | null; queue: string; message: string }

const ACTS: Record<string, string> = {
  retryStep: 'had a step tried again',
  cancelOrder: 'cancelled the order',
  refundOrder: 'gave money back',
  changeAddress: 'changed the address',
  shipShort: 'had it shipped short',
  returnOrder: 'took goods back',
  resendMail: 'had a mail sent again',
}

/** What people did to an order: acts with their reasons, and refused ones; notes speak for themselves. */
export function peopleEntries(
  orderNumber: string,
  acts: readonly ActFact[],
  notes: readonly NoteFact[],
  alerts: readonly AlertFact[],
): TimelineEntry[] {
  return [
    ...acts.filter(({ action }) => action in ACTS).map((act) => tellAct(orderNumber, act)),
    ...notes.flatMap(tellNote),
    ...alerts.flatMap(tellAlert),
  ]
}

function tellAct(orderNumber: string, { at, actor, action, outcome, subject }: ActFact): TimelineEntry {
  const detail = subject.slice(orderNumber.length).replace(/^[:\s]+/, '')
  const deed = outcome === 'allowed' ? ACTS[action] : `was refused: ${ACTS[action]}`
  return { at: at.toISOString(), kind: 'person', text: `${actor} ${deed}${detail ? ` (${detail})` : ''}` }
}

function tellNote({ text, writtenBy, writtenAt, removedBy, removedAt }: NoteFact): TimelineEntry[] {
  if (removedAt !== null)
    return [{ at: removedAt.toISOString(), kind: 'person', text: `${removedBy} took back a note` }]
  return [{ at: writtenAt.toISOString(), kind: 'person', text: `${writtenBy} noted: ${text}` }]
}

function tellAlert({ openedAt, resolvedAt, queue, message }: AlertFact): TimelineEntry[] {
  const opened = { at: openedAt.toISOString(), kind: 'alert' as const, text: `Alert: ${message}` }
  if (resolvedAt === null) return [opened]
  return [
    opened,
    { at: resolvedAt.toISOString(), kind: 'alert', text: `Alert over: ${queue} keeps up again` },
  ]
}
