import { inventoryEventsQueue } from '@/lib/inventory/events'
import type { AlertSeverity, Queue } from '../schema'
import { queueTitle } from './queue-words'

/** What may be wrong with a belt; each is a topic, and a cause, of its own. */
export type BeltTrouble =
  | 'no-read'
  | 'recirculation'
  | 'too-late'
  | 'lane-full'
  | 'scanner-silent'
  | 'missing'
  | 'mis-sort'
  | 'unconfirmed'
  | 'no-owner'
export type Topic = 'flow' | 'dead-letters' | BeltTrouble | 'unrecorded' | 'spool-room'

/** An alert that ought to be open, as the queue stands. */
export type WantedAlert = {
  site: string
  queue: string
  topic: Topic
  severity: AlertSeverity
  cause: string
  message: string
  ordersAffected: number
}

/** What the rule must know beside the queue: since when it has not been healthy, and whether the engine is gone. */
export type Standing = { badSeconds: number; engineGone: boolean; failing: number; servesStep: boolean }

const REFUSING_SECONDS = 15
const REFUSED_ORDERS = 3
const SLOW_SECONDS = 10
const CATCHING_UP_SECONDS = 60
const TOO_LONG_SECONDS = 300

/**
 * Which alert a queue's flow asks for: null for none, `hold` to leave what is open as it is. A trouble is told once: with
 * the engine gone the night shift's own alert speaks for all queues, and a function that carries out a step is told
 * of as that step.
 */
export function wantedFlowAlert(queue: Queue, standing: Standing): AlertSeverity | null | 'hold' {
  if (queue.kind === 'engine') return engineAlert(queue, standing)
  if (standing.engineGone) return 'hold'
  if (standing.servesStep || queue.state === 'healthy') return null
  if (queue.kind === 'function') return standing.badSeconds >= REFUSING_SECONDS ? 'warning' : null
  return stepAlert(queue, standing)
}

function engineAlert(queue: Queue, { badSeconds }: Standing): AlertSeverity | null {
  if (queue.state === 'healthy') return null
  // Ten seconds of silence have passed already when it is called gone.
  if (queue.state === 'down') return 'critical'
  if (badSeconds < SLOW_SECONDS && queue.cause !== 'worker-gone') return null
  return queue.state === 'stalled' && badSeconds >= CATCHING_UP_SECONDS ? 'critical' : 'warning'
}

function stepAlert(queue: Queue, { badSeconds, failing }: Standing): AlertSeverity | null {
  if (queue.state === 'down' || queue.state === 'stalled') {
    if (queue.overdue > 0) return 'critical'
    return badSeconds >= REFUSING_SECONDS && failing >= REFUSED_ORDERS ? 'warning' : null
  }
  if (queue.overdue === 0) return null
  if (badSeconds >= TOO_LONG_SECONDS && queue.cause !== 'poison-input') return 'critical'
  if (queue.cause === 'poison-input' || queue.cause === 'lost-work') return 'warning'
  return badSeconds >= (queue.cause === 'burst' ? CATCHING_UP_SECONDS : SLOW_SECONDS) ? 'warning' : null
}

/** The alert for work that was given up and lies among the dead letters; null when none does. */
export function wantedDeadLetterAlert(queue: Queue, title: string, error: string | null): WantedAlert | null {
  if (queue.dead === 0 || queue.kind === 'engine') return null
  const thing = queue.kind === 'step' ? 'order' : 'event'
  const things = `${queue.dead.toLocaleString('en')} ${thing}${queue.dead === 1 ? '' : 's'}`
  return {
    site: queue.site,
    queue: queue.name,
    topic: 'dead-letters',
    severity: 'warning',
    cause: 'poison-input',
    message: `${title}: given up for ${things}${error === null ? '' : `, last because: ${error}`}`,
    ordersAffected: queue.kind === 'step' ? queue.dead : 0,
  }
}

/** Events of a site that were refused and are neither replayed nor discarded: all, those of the last while, the first's reason. */
export type Refusals = { site: string; refused: number; new: number; reason: string }

/**
 * The alert for events that the outside told and that were refused: one new refusal is enough, for a till that is wrong once
 * is wrong all day. Old ones open none, and `hold` leaves the alert open until they are replayed or discarded.
 */
export function wantedRefusalAlert({
  site,
  refused,
  new: fresh,
  reason,
}: Refusals): WantedAlert | null | 'hold' {
  if (refused === 0) return null
  if (fresh === 0) return 'hold'
  const events = refused === 1 ? '1 event was' : `${refused.toLocaleString('en')} events were`
  return {
    site,
    queue: inventoryEventsQueue,
    topic: 'dead-letters',
    severity: 'warning',
    cause: 'poison-input',
    message: `${queueTitle(inventoryEventsQueue)}: ${events} refused, the first because: ${reason}`,
    ordersAffected: 0,
  }
}
