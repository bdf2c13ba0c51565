import { RefusedRequest } from '@/lib/platform/problem'
import { slot } from '@/lib/platform/slot'
import { type Answer, type Question, type Thought, thinkHere } from './think-here'

/**
 * The answer to a question, thought in a thread beside this one where a house is open (the web process also answers belts
 * and scanners within milliseconds), in line where none is: a script, a test, the night shift.
 * @throws RefusedRequest (503) when more wait for an answer than should
 * @throws Error when the thread that thought about it died; asked again, another one thinks
 */
export async function thinkAside<Kind extends Thought>(
  kind: Kind,
  question: Question<Kind>,
): Promise<Answer<Kind>> {
  if (!slot.think) return thinkHere(kind, question)
  const answer = slot.think(kind, question)
  if (answer !== null) return (await answer) as Answer<Kind>
  const detail = 'Too many walks are being thought about; try again.'
  throw new RefusedRequest({ status: 503, title: 'Service Unavailable', detail }, { 'retry-after': '1' })
}
