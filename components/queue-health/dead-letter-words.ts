import type { State } from '@/components/ui/state'
import type { DeadLetter, DeadLetterKind, DeadLetterState } from '@/lib/queue-health/schema'

export const DEAD_LETTER_KINDS: Record<DeadLetterKind, string> = {
  step: 'Step of an order',
  event: 'Event',
  webhook: 'Webhook',
}

export const DEAD_LETTER_STATES: Record<DeadLetterState, { text: string; state: State }> = {
  dead: { text: 'Dead', state: 'failed' },
  replaying: { text: 'Replaying', state: 'running' },
  replayed: { text: 'Replayed', state: 'done' },
  discarded: { text: 'Discarded', state: 'stopped' },
}

/** "1 dead letter", "12 dead letters". */
export const lettersWords = (count: number): string => `${count} dead ${count === 1 ? 'letter' : 'letters'}`

/** The page of what a letter is about, where there is one. */
export const subjectHref = ({ kind, subject }: Pick<DeadLetter, 'kind' | 'subject'>): string | null =>
  kind === 'step' ? `/orders/${encodeURIComponent(subject)}` : null
