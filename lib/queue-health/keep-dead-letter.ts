import { type Death, keepDeadLetters } from './keep-dead-letters'

/** Keeps one piece of work that was given up; dying the same death again changes nothing. */
export async function keepDeadLetter(death: Death): Promise<{ outcome: 'kept' | 'known' }> {
  return { outcome: (await keepDeadLetters([death])) > 0 ? 'kept' : 'known' }
}
