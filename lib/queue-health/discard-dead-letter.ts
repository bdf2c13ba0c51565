import { statement } from '@/lib/platform/db'

/** Lays a dead letter aside: nobody will do it, and it stays to be read. A letter that is not dead is left alone. */
export async function discardDeadLetter(
  id: string,
  by: string,
): Promise<{ outcome: 'discarded' | 'not-dead' }> {
  const rows = await statement(
    'discard-dead-letter',
    `UPDATE dead_letter SET state = 'discarded', updated_at = now(),
       history = history || jsonb_build_array(jsonb_build_object('at', $2::text, 'what', 'discarded', 'by', $3::text))
     WHERE id = $1 AND state = 'dead' RETURNING id`,
    [id, new Date().toISOString(), by],
  )
  return { outcome: rows.length > 0 ? 'discarded' : 'not-dead' }
}
