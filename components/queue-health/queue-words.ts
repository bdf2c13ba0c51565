import type { State } from '@/components/ui/state'
import { deferredKindSchema } from '@/lib/orders/schema'
import { type Queue, type QueueState, queueCauseSchema } from '@/lib/queue-health/schema'

export const QUEUE_STATES: Record<QueueState, { text: string; state: State }> = {
  healthy: { text: 'Healthy', state: 'done' },
  slow: { text: 'Slow', state: 'retrying' },
  stalled: { text: 'Stalled', state: 'late' },
  down: { text: 'Down', state: 'failed' },
}

/** The orders that a queue's trouble harms: a step's own, or all that still wait for something. */
export const affectedHref = (queue: string): string =>
  deferredKindSchema.safeParse(queue).success ? `/orders?step=${queue}` : '/orders'

const CAUSES = {
  'engine-gone': 'The night shift itself is gone',
  'worker-gone': 'Nobody works on it',
  'dependency-refusing': 'What it depends on refuses',
  'dependency-silent': 'What it depends on does not answer',
  'poison-input': 'Some input fails every time',
  'lost-work': 'Work was lost on the way',
  overload: 'More comes in than gets done',
  burst: 'A burst; nothing is wrong',
} as const

const BELT_CAUSES: Record<string, string> = {
  ...{ 'no-read': 'Labels are not read', recirculation: 'Boxes go around', 'too-late': 'Answers are slow' },
  ...{ 'lane-full': 'A lane is full', 'scanner-silent': 'A scanner is silent', missing: 'Boxes are missing' },
  ...{ 'mis-sort': 'Diverts send boxes astray', unconfirmed: 'Diverts are not confirmed' },
  ...{ 'no-owner': 'Nobody answers', unrecorded: 'The database does not take them' },
  'spool-room': 'Their disk fills',
}

/** Why a queue does not stand well, in words; a cause that is not known yet is said as it is. */
export function causeWords(cause: string): string {
  const known = queueCauseSchema.safeParse(cause)
  return known.success ? CAUSES[known.data] : (BELT_CAUSES[cause] ?? cause.replaceAll('-', ' '))
}

/** The queues in the order in which a person asks about them; within a kind those in trouble first, then by name. */
export function sortQueues(queues: readonly Queue[]) {
  const worst = ['down', 'stalled', 'slow', 'healthy']
  const of = (kind: Queue['kind']) => queues.filter((queue) => queue.kind === kind)
  const steps: readonly string[] = deferredKindSchema.options
  return {
    engine: of('engine'),
    // The steps keep the checkout's order: there are three, and everybody knows where they are.
    steps: of('step').sort((one, other) => steps.indexOf(one.name) - steps.indexOf(other.name)),
    functions: of('function').sort(
      (one, other) =>
        worst.indexOf(one.state) - worst.indexOf(other.state) || one.name.localeCompare(other.name),
    ),
  }
}
