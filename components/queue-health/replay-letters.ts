import { z } from 'zod'
import { sendJson } from '@/components/live/send-json'
import { bulkReplayAnswerSchema, type DeadLetterKind } from '@/lib/queue-health/schema'
import { deadLetterPath } from './dead-letter-paths'
import { lettersWords } from './dead-letter-words'

export type ReplayFilter = { kind?: DeadLetterKind; queue?: string }

/** Replays some letters by id, or all that fit, so many a second; answers in words. */
export async function replayLetters(
  which: { ids: string[] } | (ReplayFilter & { site: string }),
  ratePerSecond: number,
): Promise<string> {
  const { replaying } = await sendJson('POST', '/api/dead-letters/replay', bulkReplayAnswerSchema, {
    ...which,
    ratePerSecond,
  })
  return replaying === 0 ? 'None of them is dead any more' : `Replaying ${lettersWords(replaying)}`
}

/** Replays one letter, with another payload where one is given. */
export async function replayLetter(id: string, payload?: Record<string, unknown>): Promise<string> {
  await sendJson('POST', `${deadLetterPath(id)}/replay`, z.unknown(), payload ? { payload } : {})
  return payload ? 'Replaying with the new payload' : 'Replaying'
}

/** Lays letters aside, one after the other: a page of them at most. */
export async function discardLetters(ids: readonly string[]): Promise<string> {
  for (const id of ids) await sendJson('POST', `${deadLetterPath(id)}/discard`, z.unknown())
  return `Discarded ${lettersWords(ids.length)}`
}
