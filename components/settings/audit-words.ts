import type { State } from '@/components/ui/state'
import type { AuditEntry } from '@/lib/sites/audit-schema'

export const AUDIT_OUTCOMES: Record<AuditEntry['outcome'], { text: string; state: State }> = {
  allowed: { text: 'Done', state: 'done' },
  refused: { text: 'Refused', state: 'failed' },
}

/** An action as people read it: `rotateKey` is "Rotate key". */
export function actionWords(action: string): string {
  const words = action.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Who did it: by name, a machine by its key's, or what is left of them. */
export const actorWords = ({ actor, name }: Pick<AuditEntry, 'actor' | 'name'>): string =>
  actor.startsWith('key:') ? `Key ${name ?? actor.slice('key:'.length)}` : (name ?? 'Somebody who is gone')

/** A thing as the log names it, by its id; a person or key that is known, by name. */
export function thingWords(subject: string, known: readonly { id: string; text: string }[]): string {
  const [id = '', ...rest] = subject.split(' ')
  const name = known.find((one) => one.id === `person:${id}` || one.id === `key:${id}`)?.text
  return [name ?? id, ...rest].join(' ')
}
