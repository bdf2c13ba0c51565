import type { PoolClient } from 'pg'

/**
 * Ends a walk in the middle: the lists of which something is not picked are open again, for anybody, with what is still
 * held for them. What was picked stays picked, in its tote. Part of the caller's transaction.
 */
export async function freeTour(client: PoolClient, tourId: string, reason: string, now: Date): Promise<void> {
  await client.query(
    `UPDATE pick_list SET state = 'open', version = version + 1 WHERE state = 'touring' AND order_number IN (
       SELECT order_number FROM tour_stop WHERE tour_id = $1 AND state = 'open')`,
    [tourId],
  )
  await client.query(
    `UPDATE tour SET state = 'given-back', ended_at = $2, end_reason = $3 WHERE id = $1 AND state = 'walking'`,
    [tourId, now, reason],
  )
}
