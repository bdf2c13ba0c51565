import { statement } from '@/lib/platform/db'
import { type SlottingAdvice, slottingAdviceSchema } from './slotting-schema'

/** The advice for a day, or the newest; null when there is none. Moves in the order in which their metres hold. */
export async function readSlottingAdvice(site: string, day: string | null): Promise<SlottingAdvice | null> {
  const [row] = await statement<{ advice: SlottingAdvice; computedAt: Date }>(
    'read-slotting-advice',
    `SELECT advice.computed_at AS "computedAt", advice.result || jsonb_build_object('site', advice.site_id, 'day', advice.day,
              'computedAt', '', 'moves', coalesce((
                SELECT jsonb_agg(move.move || jsonb_build_object('id', move.id, 'state', move.state) ORDER BY move.seq, move.id)
                  FROM slotting_move move WHERE move.site_id = advice.site_id AND move.day = advice.day), '[]')) AS advice
       FROM slotting_advice advice WHERE advice.site_id = $1 AND ($2::date IS NULL OR advice.day = $2)
      ORDER BY advice.day DESC LIMIT 1`,
    [site, day],
  )
  return row ? slottingAdviceSchema.parse({ ...row.advice, computedAt: row.computedAt.toISOString() }) : null
}
