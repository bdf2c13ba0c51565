-- Keeps work that was given up: [{ key, kind, siteId, queue, subject, payload, error, attempts, death }]. A letter that was
-- replayed and died again is dead again; the same death twice changes nothing. A payload that a person has corrected stays
-- as they wrote it, and what a person has laid aside stays there, however often it dies. Returns how many deaths were new.
CREATE OR REPLACE FUNCTION keep_dead_letters(p_letters jsonb) RETURNS int LANGUAGE sql AS $$
  WITH kept AS (
    INSERT INTO dead_letter (id, key, kind, site_id, queue, subject, payload, error, attempts, history, created_at, updated_at)
    SELECT gen_random_uuid(), key, kind, site, queue, subject, payload, left(error, 2000), attempts,
           jsonb_build_array(jsonb_build_object('at', to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'what', 'died',
             'error', left(error, 2000), 'death', death)), now(), now()
      -- In one order, so that two keepers of the same letters cannot deadlock; twice in one statement is once.
      FROM (SELECT DISTINCT ON (key) key, kind, "siteId" AS site, queue, subject, payload, error, attempts, death
              FROM jsonb_to_recordset(p_letters) AS letter(key text, kind text, "siteId" text, queue text, subject text, payload jsonb,
                error text, attempts int, death text) ORDER BY key) letter
    ON CONFLICT (key) DO UPDATE SET state = 'dead', error = excluded.error, replay_at = NULL, updated_at = now(),
      attempts = greatest(excluded.attempts, dead_letter.attempts + 1), history = dead_letter.history || excluded.history
    WHERE dead_letter.state <> 'discarded'
      AND NOT dead_letter.history @> jsonb_build_array(jsonb_build_object('death', excluded.history->0->>'death'))
    RETURNING 1
  )
  SELECT count(*)::int FROM kept
$$;
