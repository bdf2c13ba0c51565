import { FetchProblem } from '@/components/live/fetch-json'
import { isFinal } from '@/components/live/is-final'
import type { WaitingLine, WaitingLines } from './waiting-lines'

/** Posts lines of one count. @throws FetchProblem */
export type PostLines = (countId: string, lines: WaitingLine['line'][]) => Promise<unknown>

/**
 * Sends what waits, count by count. Lines that arrived leave the phone; if the answer was lost they are sent again,
 * and the server knows them by their operation's id.
 * @returns whether any line arrived
 */
export async function sendWaitingLines(waiting: WaitingLines, post: PostLines): Promise<boolean> {
  const open = waiting.list().filter(({ problem }) => problem === null)
  let hasArrived = false
  for (const countId of new Set(open.map((one) => one.countId))) {
    const lines = open.filter((one) => one.countId === countId).map(({ line }) => line)
    const ids = new Set(lines.map(({ operationId }) => operationId))
    try {
      await post(countId, lines)
      waiting.drop(ids)
      hasArrived = true
    } catch (error) {
      if (!(error instanceof FetchProblem)) throw error
      if (!isFinal(error.status)) return hasArrived
      // One bad line must not take good ones with it: alone, each gets an answer of its own.
      if (lines.length === 1) waiting.refuse(ids, error.message)
      else hasArrived = (await sendOneByOne(waiting, post, countId, lines)) || hasArrived
    }
  }
  return hasArrived
}

async function sendOneByOne(
  waiting: WaitingLines,
  post: PostLines,
  countId: string,
  lines: WaitingLine['line'][],
): Promise<boolean> {
  let hasArrived = false
  for (const line of lines) {
    const id = new Set([line.operationId])
    try {
      await post(countId, [line])
      waiting.drop(id)
      hasArrived = true
    } catch (error) {
      if (!(error instanceof FetchProblem)) throw error
      if (!isFinal(error.status)) return hasArrived
      waiting.refuse(id, error.message)
    }
  }
  return hasArrived
}
