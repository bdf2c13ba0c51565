-- begin inngest/engine/claim-jobs.sql
-- Which due calls of functions with rules about their queue (concurrency, priority, debounce, batchEvents) may go now, each locked, in their order. A key whose places are taken is passed over and blocks no other. One engine
-- at a time, and each looks after the one before has committed, so that a limit is exact over all of them.
-- Calls under way hold places, not runs that sleep or wait. Places have a table of their own (engine_place), because in the
-- queue they could be counted only by reading all that is due. A place counts while its job has the generation it was given
-- and a lease; one whose lease has ended stays, for a paused process may renew it. What the claim then leaves out after all
-- never gets that generation.
-- Where all runs have the same keys and the same priority, no more is read than there are places free. Otherwise any run
-- of the backlog may be the next: a function with keyed limits or priorities by event has all that is due read.
-- Planned along the indexes, and OFFSET 0 keeps each lookup a lookup: the queue was empty a minute ago and is deep now,
-- which the statistics do not tell yet.
CREATE OR REPLACE FUNCTION engine_admit_jobs(p_now timestamptz, p_limit int, p_flows jsonb)
RETURNS TABLE (id bigint, place timestamptz) LANGUAGE plpgsql
SET enable_seqscan = off SET enable_bitmapscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
#variable_conflict use_column
DECLARE
  v_functions text[] := ARRAY(SELECT jsonb_object_keys(p_flows));
  v_used jsonb;
  v_full text[];
  v_job record;
  v_found int := 0;
BEGIN
  IF NOT EXISTS (
    SELECT FROM unnest(v_functions) AS f(id) CROSS JOIN unnest('{discover,step}'::engine_job_kind[]) AS k(kind)
    CROSS JOIN LATERAL (
      SELECT FROM engine_job j WHERE j.function_id = f.id AND j.kind = k.kind AND j.due_at <= p_now
        AND coalesce(j.lease_until < p_now, true) ORDER BY j.due_at, j.id LIMIT 1
    ) j
  ) THEN RETURN; END IF;
  PERFORM pg_advisory_xact_lock(hashtext('engine_admit_jobs'));

  -- What gathered events until now takes no more of them. One that an event is just joining is left for the next look.
  UPDATE engine_run r SET gather_key = NULL WHERE r.id IN (
    SELECT g.id FROM engine_run g CROSS JOIN LATERAL (
      SELECT FROM engine_job j WHERE j.run_id = g.id AND j.due_at <= p_now OFFSET 0
    ) j WHERE g.gather_key IS NOT NULL AND g.ended_at IS NULL AND g.function_id = ANY(v_functions) FOR UPDATE OF g SKIP LOCKED
  );

  DELETE FROM engine_place p
  WHERE NOT EXISTS (SELECT FROM engine_job j WHERE j.id = p.job_id AND j.generation = p.generation OFFSET 0);
  SELECT coalesce(jsonb_object_agg(u.key, u.taken), '{}') INTO v_used FROM (
    SELECT k.key, count(*) AS taken FROM engine_place p CROSS JOIN LATERAL (
      SELECT FROM engine_job j WHERE j.id = p.job_id AND j.generation = p.generation AND j.lease_until >= p_now OFFSET 0
    ) j CROSS JOIN unnest(p.keys) AS k(key) GROUP BY k.key
  ) u;
  -- Functions that share a key of the environment or account may put different limits on it, so that none is full for all.
  SELECT coalesce(array_agg(u.key), '{}') INTO v_full
  FROM jsonb_each(p_flows) AS f(id, flow) CROSS JOIN jsonb_array_elements(f.flow->'limits') AS l(rule)
  JOIN jsonb_each(v_used) AS u(key, taken) ON starts_with(u.key, l.rule #>> '{key,0}')
  WHERE starts_with(u.key, 'fn:') AND u.taken::int >= (l.rule->>'limit')::int;

  FOR v_job IN
    WITH rule AS MATERIALIZED (
      SELECT f.id, f.flow, o.keys, o.priority, least(p_limit, (
          SELECT min((f.flow #>> ARRAY['limits', (k.n - 1)::text, 'limit'])::int - coalesce((v_used->>k.key)::int, 0))
          FROM unnest(o.keys) WITH ORDINALITY AS k(key, n)
        )) AS room
      FROM jsonb_each(p_flows) AS f(id, flow) CROSS JOIN LATERAL (
        SELECT CASE WHEN (f.flow->>'sameKeys')::bool THEN coalesce(engine_limit_keys(f.flow, '{}'), '{}') END AS keys,
          CASE WHEN (f.flow->>'samePriority')::bool THEN engine_priority(f.flow->'priority', '{}') END AS priority
      ) o
    )
    SELECT c.id, c.function_id, c.place, c.keys, l.generation FROM (
      SELECT j.id, f.id AS function_id, j.place, j.keys
      FROM rule f CROSS JOIN unnest('{discover,step}'::engine_job_kind[]) AS k(kind) CROSS JOIN LATERAL (
        SELECT j.id, j.due_at - coalesce(f.priority, r.priority) * interval '1 second' AS place, w.keys
        FROM engine_job j CROSS JOIN LATERAL (SELECT * FROM engine_run r WHERE r.id = j.run_id OFFSET 0) r
        -- Runs that were not started by an event have no keys yet.
        CROSS JOIN LATERAL (SELECT coalesce(f.keys, r.limit_keys, engine_limit_keys(f.flow, r.event), '{}') AS keys) w
        WHERE j.function_id = f.id AND j.kind = k.kind AND j.due_at <= p_now AND coalesce(j.lease_until < p_now, true)
          AND r.gather_key IS NULL AND NOT w.keys && v_full
        ORDER BY j.due_at, j.id
        LIMIT CASE WHEN f.room <= 0 THEN 0 WHEN f.keys IS NOT NULL AND f.priority IS NOT NULL THEN f.room END
      ) j ORDER BY j.place, j.id
    -- One by one, in their order, and none that is not looked at. What a rival changed in between is looked at again.
    ) c CROSS JOIN LATERAL (
      SELECT j.generation FROM engine_job j
      WHERE j.id = c.id AND j.due_at <= p_now AND coalesce(j.lease_until < p_now, true) FOR UPDATE SKIP LOCKED
    ) l
  LOOP
    CONTINUE WHEN EXISTS (
      SELECT FROM unnest(v_job.keys) WITH ORDINALITY AS k(key, n)
      WHERE coalesce((v_used->>k.key)::int, 0) >= (p_flows #>> ARRAY[v_job.function_id, 'limits', (k.n - 1)::text, 'limit'])::int
    );
    IF v_job.keys <> '{}' THEN
      SELECT v_used || jsonb_object_agg(k.key, coalesce((v_used->>k.key)::int, 0) + 1) INTO v_used FROM unnest(v_job.keys) AS k(key);
      INSERT INTO engine_place (job_id, generation, keys) VALUES (v_job.id, v_job.generation + 1, v_job.keys)
      ON CONFLICT (job_id) DO UPDATE SET generation = excluded.generation, keys = excluded.keys;
    END IF;
    id := v_job.id;
    place := v_job.place;
    RETURN NEXT;
    v_found := v_found + 1;
    EXIT WHEN v_found >= p_limit;
  END LOOP;
END $$;

-- Takes what is due, oldest first, in one round trip together with everything the calls need. SKIP LOCKED lets several
-- engines take side by side; raising `generation` is the fence: whoever held the job before can change nothing any more.
-- The update touches no indexed column, so that it stays a heap-only tuple. `p_flows` are the rules of the functions whose
-- calls go through engine_admit_jobs; null when there are none. The others are merged from the heads of their functions'
-- queues, because an order over all functions would lead through the backlog of every one whose limit is full.
CREATE OR REPLACE FUNCTION engine_claim_jobs(
  p_now timestamptz, p_lease_until timestamptz, p_limit int, p_functions text[], p_engine text, p_flows jsonb
) RETURNS TABLE (
  id bigint, generation int, "functionId" text, attempt int, deliveries int, "dueAt" timestamptz, kind engine_job_kind,
  cron text, "runId" uuid, "stepId" text, "stepOp" text, event jsonb, events jsonb, traceparent text,
  "createdAt" timestamptz, "startedAt" timestamptz, "planOnly" boolean, steps json
) LANGUAGE plpgsql
SET enable_seqscan = off SET enable_bitmapscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
#variable_conflict use_column
DECLARE
  v_ruled text[] := ARRAY(SELECT jsonb_object_keys(p_flows));
  v_ids bigint[];
  v_places timestamptz[];
  v_free_ids bigint[];
  v_free_places timestamptz[];
  v_depth int := p_limit;
  v_seen int;
BEGIN
  IF p_flows IS NOT NULL THEN
    SELECT array_agg(a.id), array_agg(a.place) INTO v_ids, v_places FROM engine_admit_jobs(p_now, p_limit, p_flows) a;
  END IF;

  LOOP
    WITH due AS MATERIALIZED (
      SELECT j.id, j.due_at FROM unnest(p_functions) AS f(id) CROSS JOIN unnest(enum_range(NULL::engine_job_kind)) AS k(kind)
      CROSS JOIN LATERAL (
        SELECT j.id, j.due_at FROM engine_job j WHERE j.function_id = f.id AND j.kind = k.kind AND j.due_at <= p_now
          AND coalesce(j.lease_until < p_now, true) ORDER BY j.due_at, j.id LIMIT v_depth
      ) j WHERE k.kind NOT IN ('discover', 'step') OR f.id <> ALL(v_ruled)
    ), taken AS (
      SELECT d.id, d.due_at FROM (SELECT * FROM due ORDER BY due_at, id) d CROSS JOIN LATERAL (
        SELECT FROM engine_job j WHERE j.id = d.id AND j.due_at <= p_now AND coalesce(j.lease_until < p_now, true)
        FOR UPDATE SKIP LOCKED
      ) j LIMIT p_limit
    )
    SELECT array_agg(t.id), array_agg(t.due_at), (SELECT count(*) FROM due) INTO v_free_ids, v_free_places, v_seen FROM taken t;
    -- Rivals are just taking what was seen, and there may be more behind it.
    EXIT WHEN cardinality(v_free_ids) = p_limit OR v_seen < v_depth;
    v_depth := v_depth * 4;
  END LOOP;

  SELECT array_agg(d.id) INTO v_ids FROM (
    SELECT c.id FROM unnest(v_ids || v_free_ids, v_places || v_free_places) AS c(id, place) ORDER BY c.place, c.id LIMIT p_limit
  ) d;
  IF v_ids IS NULL THEN RETURN; END IF;

  RETURN QUERY
  WITH claimed AS (
    UPDATE engine_job j
    SET lease_until = p_lease_until, leased_by = p_engine, generation = j.generation + 1, deliveries = j.deliveries + 1
    WHERE j.id = ANY(v_ids)
    RETURNING j.*
  )
  SELECT c.id, c.generation, c.function_id, c.attempt, c.deliveries, c.due_at, c.kind, c.cron, c.run_id, c.step_id,
    CASE WHEN c.kind = 'wait' THEN (SELECT s.op FROM engine_step s WHERE s.run_id = c.run_id AND s.step_id = c.step_id) END,
    r.event, r.events, r.traceparent, r.created_at, r.started_at,
    EXISTS (SELECT FROM engine_job o WHERE o.run_id = c.run_id AND o.id <> c.id),
    (SELECT json_object_agg(s.step_id, coalesce(s.value, 'null'::json) ORDER BY s.ord)
     FROM engine_step s WHERE s.run_id = c.run_id AND NOT s.pending)
  FROM claimed c LEFT JOIN LATERAL (SELECT * FROM engine_run r WHERE r.id = c.run_id OFFSET 0) r ON true
  -- In the order of their places.
  ORDER BY array_position(v_ids, c.id);
END $$;

-- When something becomes due that is not due yet; null when there is nothing.
CREATE OR REPLACE FUNCTION engine_next_due(p_now timestamptz, p_functions text[]) RETURNS timestamptz LANGUAGE sql STABLE
SET enable_seqscan = off SET enable_bitmapscan = off AS $$
  SELECT min(j.due_at) FROM unnest(p_functions) AS f(id) CROSS JOIN unnest(enum_range(NULL::engine_job_kind)) AS k(kind)
  CROSS JOIN LATERAL (
    SELECT j.due_at FROM engine_job j WHERE j.function_id = f.id AND j.kind = k.kind AND j.due_at > p_now ORDER BY j.due_at LIMIT 1
  ) j
$$;
-- end inngest/engine/claim-jobs.sql
