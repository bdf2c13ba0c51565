import { statement } from '@/lib/platform/db'

/** A function of the night shift: which deferred step it carries out, and how often its schedule fires. */
export type NightFunction = { id: string; step: string | null; everySeconds: number | null }

const INTRODUCE = `
WITH here AS (SELECT * FROM unnest($1::text[], $2::text[], $3::int[]) AS f(id, step, every_seconds)),
gone AS (DELETE FROM function_pulse WHERE function_id <> ALL($1))
INSERT INTO function_pulse (function_id, step, every_seconds, introduced_at) SELECT id, step, every_seconds, now() FROM here
ON CONFLICT (function_id) DO UPDATE SET step = excluded.step, every_seconds = excluded.every_seconds,
  introduced_at = excluded.introduced_at`

/** Says which functions there are, so that one which never runs is missed too. Said again, it changes nothing. */
export async function introduceFunctions(functions: readonly NightFunction[]): Promise<void> {
  await statement('introduce-functions', INTRODUCE, [
    functions.map(({ id }) => id),
    functions.map(({ step }) => step),
    functions.map(({ everySeconds }) => everySeconds),
  ])
}
