import { adviseInSlices } from './advise-in-slices'
import { answerRouteCase } from './answer-route-case'
import { composeTour } from './rules/compose-tour'
import { planRest, type RestQuestion } from './rules/plan-rest'
import type { TourQuestion } from './rules/tour-question'
import type { RouteCase } from './schema'
import type { SlottingFacts } from './slotting-schema'

/** The picker waits for both together: below half a second. */
const BATCHING_MS = 120
const ROUTING_MS = 200
/** A re-route answers while the picker looks at the phone. */
const REST_MS = 100

const nowMs = () => performance.now()

/** What takes long and needs nothing but its question: values in, values out, the same wherever it is thought. */
const THOUGHTS = {
  tour: (question: TourQuestion) =>
    composeTour(question, {
      ...{ batchingMs: BATCHING_MS, routingMs: ROUTING_MS },
      ...{ nowMs, random: Math.random },
    }),
  rest: (question: RestQuestion) => planRest(question, { limitMs: REST_MS, nowMs }),
  case: ({ routeCase, limitMs }: { routeCase: RouteCase; limitMs: number }) =>
    answerRouteCase(routeCase, limitMs),
  moves: ({ facts, limitMs }: { facts: SlottingFacts; limitMs: number }) => adviseInSlices(facts, limitMs),
}

export type Thought = keyof typeof THOUGHTS
export type Question<Kind extends Thought> = Parameters<(typeof THOUGHTS)[Kind]>[0]
export type Answer<Kind extends Thought> = Awaited<ReturnType<(typeof THOUGHTS)[Kind]>>

/** The answer to a question, thought in this thread: whoever shares it waits. */
export async function thinkHere<Kind extends Thought>(
  kind: Kind,
  question: Question<Kind>,
): Promise<Answer<Kind>> {
  const think = THOUGHTS[kind] as (question: Question<Kind>) => Answer<Kind> | Promise<Answer<Kind>>
  return think(question)
}
