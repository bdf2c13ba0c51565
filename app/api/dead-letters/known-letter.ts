import { z } from 'zod'
import { notFound } from '@/app/answers'
import { findDeadLetter } from '@/lib/queue-health/queries'
import type { DeadLetterPage } from '@/lib/queue-health/schema'
import { mayKnow } from '@/lib/sites/rules/may-enter'
import type { Caller } from '@/lib/sites/schema'

/** The dead letter that a path names, unless it is none of the caller's: then there is none. */
export async function knownLetter(caller: Caller, id = ''): Promise<DeadLetterPage> {
  const letter = z.uuid().safeParse(id).success ? await findDeadLetter(id) : null
  const isKnown = letter && (letter.site === null || mayKnow(caller, letter.site))
  return isKnown ? letter : notFound(`No dead letter ${id}.`)
}
