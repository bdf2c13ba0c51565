import { changePlan } from './change-plan'

/** Why a bin is closed, in words for the floor; null when it is open. */
type BinState = { state: 'closed'; reason: string } | { state: 'open'; reason: null }

/**
 * Closes a bin, or opens it again: nothing more is put into a closed bin, what lies there may be taken out. A bin that is
 * not on the floor is unknown here.
 */
export async function setBinState(
  site: string,
  code: string,
  { state, reason }: BinState,
): Promise<{ outcome: 'set' | 'set-already' | 'unknown' }> {
  const { result } = await changePlan(site, async (client) => {
    const { rowCount: changed } = await client.query(
      `UPDATE bin SET state = $3, state_reason = $4
        WHERE site_id = $1 AND code = $2 AND bay > 0 AND (state, state_reason) IS DISTINCT FROM ($3::bin_state, $4::text)`,
      [site, code, state, reason],
    )
    if (changed) return { isChanged: true, result: 'set' as const }
    const { rowCount: known } = await client.query(
      'SELECT 1 FROM bin WHERE site_id = $1 AND code = $2 AND bay > 0',
      [site, code],
    )
    return { isChanged: false, result: known ? ('set-already' as const) : ('unknown' as const) }
  })
  return { outcome: result }
}
