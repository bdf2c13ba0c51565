import { sorterOfQueue } from './belt-facts'
import type { EngineFacts, QueueFacts } from './queue-facts'
import type { Verdict } from './queue-verdict'

/** A queue as people call it, and what they notice of it when it stands still. */
const STEPS: Record<string, { title: string; nothing: string; dependency: string }> = {
  'confirmation-email': {
    title: 'Confirmation e-mail',
    nothing: 'no mail has left',
    dependency: 'the mail server',
  },
  'warehouse-notification': {
    title: 'Warehouse notification',
    nothing: 'the warehouse has heard of no order',
    dependency: 'the warehouse',
  },
  recommendations: {
    title: 'Recommendations',
    nothing: 'no basket has been counted',
    dependency: 'the counting',
  },
}

/** The name of a queue in words; a function's name is a sentence already, and a sorter has its own. */
export function queueTitle(name: string): string {
  const sorter = sorterOfQueue(name)
  if (sorter !== null) return sorter
  const words = STEPS[name]?.title ?? name.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const SHORT_ERROR_CHARACTERS = 140

/**
 * The verdict in floor words: what stands still since when and why, who waits, when it is over.
 * @param timeZone of the site, for the clock time of the oldest
 */
export function queueMessage(
  facts: QueueFacts,
  verdict: Verdict,
  drain: number | null,
  engine: EngineFacts,
  timeZone: string,
): string {
  return [trouble(facts, verdict, engine), waitingWords(facts, timeZone), drainWords(facts, verdict, drain)]
    .filter((part) => part !== '')
    .join('; ')
}

function trouble(facts: QueueFacts, { state, cause }: Verdict, engine: EngineFacts): string {
  const words = STEPS[facts.name]
  const error = (facts.failures[0]?.error ?? '').replace(/^mail server /, '').slice(0, SHORT_ERROR_CHARACTERS)
  switch (cause) {
    case null:
      return ''
    case 'engine-gone':
      return engine.trouble === null
        ? `the night shift has given no sign of life for ${duration(engine.silentSeconds)}`
        : `the night shift cannot work: ${engine.trouble}`
    case 'worker-gone':
      return facts.heldByDead > 0
        ? `a worker died with ${count(facts.heldByDead, 'job')} in its hands, which another takes up within 30 s`
        : `${still(facts)}, though nothing refuses: no worker takes it up`
    case 'dependency-refusing':
      return `${state === 'slow' ? 'attempts fail' : still(facts)}, because ${words?.dependency ?? 'something'} refuses: ${error}`
    case 'dependency-silent':
      return `${state === 'slow' ? `one attempt takes ${duration((facts.workMs ?? 0) / 1000)}` : still(facts)}, because ${words?.dependency ?? 'something'} does not answer in time${error ? `: ${error}` : ''}`
    case 'poison-input':
      return `${count(facts.retrying, 'order')} ${facts.retrying === 1 ? 'fails' : 'fail'} again and again${othersGetThrough(facts) ? ' while others get through' : ''}: ${error}`
    case 'lost-work':
      return `nobody has begun the work of ${count(facts.lost, 'order')}, which is said again`
    case 'overload':
      return 'more comes in than gets done'
    case 'burst':
      return state === 'healthy' ? 'a burst' : 'catching up'
  }
}

function still(facts: QueueFacts): string {
  const nothing = STEPS[facts.name]?.nothing ?? 'nothing has got done'
  if (facts.lastSuccessAt === null) return nothing
  return `${nothing} for ${duration((facts.now.getTime() - facts.lastSuccessAt.getTime()) / 1000)}`
}

// One failing order alone in the night says nothing of others.
const othersGetThrough = ({ lastSuccessAt, oldestSince }: QueueFacts): boolean =>
  lastSuccessAt !== null && oldestSince !== null && lastSuccessAt > oldestSince

function waitingWords(facts: QueueFacts, timeZone: string): string {
  const thing = facts.kind === 'step' ? 'order' : 'run'
  if (facts.waiting === 0)
    return facts.running > 0 ? '' : facts.kind === 'function' ? scheduleWords(facts) : 'nothing waits'
  const oldest = facts.oldestSince === null ? '' : `, oldest ${clock(facts.oldestSince, timeZone)}`
  const lateness = facts.overdue === 0 ? ', none late' : ''
  return `${count(facts.waiting, thing)} ${facts.waiting === 1 ? 'waits' : 'wait'}${oldest}${lateness}`
}

const scheduleWords = ({ everySeconds }: QueueFacts): string =>
  everySeconds === null ? 'nothing waits' : `runs every ${duration(everySeconds)}`

function drainWords({ waiting }: QueueFacts, { state, cause }: Verdict, drain: number | null): string {
  if (waiting === 0 || drain === null || (state === 'healthy' && cause === null)) return ''
  return `drains within ${duration(drain)}${state === 'down' || state === 'stalled' ? ' once it is back' : ''}`
}

const count = (number: number, thing: string): string =>
  `${number.toLocaleString('en')} ${thing}${number === 1 ? '' : 's'}`

const clock = (at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(at)

/** A length of time as people say it: seconds to two minutes, then minutes, then hours. */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  if (whole < 120) return `${whole} s`
  if (whole < 7_200) return `${Math.round(whole / 60)} min`
  return `${Math.round(whole / 3_600)} h`
}
