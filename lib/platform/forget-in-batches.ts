import { statement } from './db'

/** What the floor did is kept as long as orders are near: the same month of last year can be looked at. */
export const KEPT_MONTHS = 13
/** Rows that one statement may take: what it locks is free again within a fraction of a second. */
export const FORGOTTEN_AT_ONCE = 5_000

/**
 * Runs a statement that forgets at most `FORGOTTEN_AT_ONCE` rows and returns one row for each, until it finds fewer; answers
 * how many there were. Killed half-way, it goes on the next day with what is left.
 */
export async function forgetInBatches(
  name: string,
  text: string,
  values: unknown[],
): Promise<{ forgotten: number }> {
  for (let forgotten = 0; ; ) {
    const { length } = await statement(name, text, values)
    forgotten += length
    if (length < FORGOTTEN_AT_ONCE) return { forgotten }
  }
}
