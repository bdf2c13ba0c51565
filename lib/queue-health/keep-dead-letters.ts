import { statement } from '@/lib/platform/db'
import type { DeadLetterKind } from './schema'

export type Death = {
  /** What died; dying again is the same letter. */
  key: string
  kind: DeadLetterKind
  siteId: string | null
  queue: string
  subject: string
  payload: object
  error: string
  attempts: number
  /** This death among those of the letter: noted once. */
  death: string
}

/**
 * Keeps work that was given up, with its payload, error and history; one round trip. Other rooms' SQL keeps letters in
 * its own transaction by the same function, `keep_dead_letters`.
 * @returns how many of the deaths were new
 */
export async function keepDeadLetters(deaths: Death[]): Promise<number> {
  const [row] = await statement<{ kept: number }>(
    'keep-dead-letters',
    'SELECT keep_dead_letters($1) AS kept',
    [JSON.stringify(deaths)],
  )
  return row?.kept ?? 0
}
