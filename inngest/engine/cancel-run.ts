import { statement } from '@/lib/platform/db'
import { wakeNightShift } from '@/lib/platform/wake-night-shift'
import { isPassing } from './group-commits'

const CANCEL = `
SELECT EXISTS (SELECT FROM engine_run WHERE id = $1) AS known,
  EXISTS (SELECT FROM engine_cancel_runs(ARRAY[$1::uuid], ARRAY['a person cancelled it'], clock_timestamp())) AS cancelled`

const TRIES = 3

/** Ends a run that is active; a call under way is told at its next step, and whatever it answers is dropped. */
export async function cancelRun(
  id: string,
): Promise<{ outcome: 'cancelled' | 'already-ended' | 'not-found' }> {
  for (let left = TRIES; ; left--) {
    try {
      const [row] = await statement<{ known: boolean; cancelled: boolean }>('engine-cancel-run', CANCEL, [id])
      if (!row?.known) return { outcome: 'not-found' }
      wakeNightShift()
      return { outcome: row.cancelled ? 'cancelled' : 'already-ended' }
    } catch (error) {
      // A commit of the same run locks its rows in another order now and then, and one of the two is told to try again.
      if (left === 1 || !isPassing(error)) throw error
    }
  }
}
