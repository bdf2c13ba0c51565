import { changePlan } from './change-plan'

/**
 * Lifts a block: what it kept is walked again. Lifted twice is lifted once.
 * @param by who signs for it
 */
export async function liftBlock(
  site: string,
  id: number,
  by: string,
): Promise<{ outcome: 'lifted' | 'lifted-already' | 'unknown' }> {
  const { result } = await changePlan(site, async (client) => {
    const { rowCount: lifted } = await client.query(
      'UPDATE floor_block SET lifted_by = $3, lifted_at = now() WHERE site_id = $1 AND id = $2 AND lifted_at IS NULL',
      [site, id, by],
    )
    if (lifted) return { isChanged: true, result: 'lifted' as const }
    const { rowCount: known } = await client.query(
      'SELECT 1 FROM floor_block WHERE site_id = $1 AND id = $2',
      [site, id],
    )
    return { isChanged: false, result: known ? ('lifted-already' as const) : ('unknown' as const) }
  })
  return { outcome: result }
}
