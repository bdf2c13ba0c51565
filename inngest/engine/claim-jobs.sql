-- Which due calls of functions with rules about their queue (concurrency, priority, debounce, batchEvents) may go now, each
-- locked, in their order. Calls under way hold places: leased jobs, not runs that sleep or wait. A key whose places are
-- taken is passed over and blocks no other. One engine at a time, and each looks after the one before has committed, so
-- that a limit is exact over all of them.
CREATE OR REPLACE FUNCTION engine_admit_jobs(p_now timestamptz, p_limit int, p_flows jsonb)
RETURNS TABLE (id bigint, place timestamptz) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  v_functions text[] := ARRAY(SELECT jsonb_object_keys(p_flows));
  v_used jsonb;
  v_full text[];
  v_job record;
  v_found int := 0;
BEGIN
  IF NOT EXISTS (
    SELECT FROM engine_job j WHERE j.due_at <= p_now AND (j.lease_until IS NULL OR j.lease_until < p_now)
      AND j.function_id = ANY(v_functions) AND j.kind IN ('discover', 'step')
  ) THEN RETURN; END IF;
  PERFORM pg_advisory_xact_lock(hashtext('engine_admit_jobs'));

  -- What gathered events until now takes no more of them. One that an event is just joining is left for the next look.
  UPDATE engine_run r SET gather_key = NULL WHERE r.id IN (
    SELECT g.id FROM engine_run g JOIN engine_job j ON j.run_id = g.id
    WHERE g.gather_key IS NOT NULL AND g.function_id = ANY(v_functions) AND j.due_at <= p_now FOR UPDATE OF g SKIP LOCKED
  );

  -- A minute more than due, because another engine's clock may be a little ahead.
  SELECT coalesce(jsonb_object_agg(u.key, u.taken), '{}'), array_agg(u.key) FILTER (WHERE u.taken >= u.places)
  INTO v_used, v_full FROM (
    SELECT k.key, count(*) AS taken,
      min((p_flows #>> ARRAY[j.function_id, 'limits', (k.n - 1)::text, 'limit'])::int) FILTER (WHERE starts_with(k.key, 'fn:')) AS places
    FROM engine_job j JOIN engine_run r ON r.id = j.run_id
    CROSS JOIN LATERAL unnest(coalesce(r.limit_keys, engine_limit_keys(p_flows->j.function_id, r.event))) WITH ORDINALITY AS k(key, n)
    WHERE j.due_at <= p_now + interval '1 minute' AND j.lease_until >= p_now AND j.function_id = ANY(v_functions)
      AND j.kind IN ('discover', 'step')
    GROUP BY k.key
  ) u;

  FOR v_job IN
    SELECT j.id, j.function_id, j.due_at - r.priority * interval '1 second' AS place, k.keys
    FROM engine_job j JOIN engine_run r ON r.id = j.run_id
    -- Runs that were not started by an event have no keys yet.
    CROSS JOIN LATERAL (SELECT coalesce(r.limit_keys, engine_limit_keys(p_flows->j.function_id, r.event), '{}') AS keys) k
    WHERE j.due_at <= p_now AND (j.lease_until IS NULL OR j.lease_until < p_now) AND j.function_id = ANY(v_functions)
      AND j.kind IN ('discover', 'step') AND r.gather_key IS NULL AND (v_full IS NULL OR NOT k.keys && v_full)
    ORDER BY place, j.id FOR UPDATE OF j SKIP LOCKED
  LOOP
    CONTINUE WHEN EXISTS (
      SELECT FROM unnest(v_job.keys) WITH ORDINALITY AS k(key, n)
      WHERE coalesce((v_used->>k.key)::int, 0) >= (p_flows #>> ARRAY[v_job.function_id, 'limits', (k.n - 1)::text, 'limit'])::int
    );
    SELECT v_used || coalesce(jsonb_object_agg(k.key, coalesce((v_used->>k.key)::int, 0) + 1), '{}') INTO v_used
    FROM unnest(v_job.keys) AS k(key);
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
-- calls go through engine_admit_jobs; null when there are none.
CREATE OR REPLACE FUNCTION engine_claim_jobs(
  p_now timestamptz, p_lease_until timestamptz, p_limit int, p_functions text[], p_engine text, p_flows jsonb
) RETURNS TABLE (
  id bigint, generation int, "functionId" text, attempt int, deliveries int, "dueAt" timestamptz, kind engine_job_kind,
  cron text, "runId" uuid, "stepId" text, "stepOp" text, event jsonb, events jsonb, traceparent text,
  "createdAt" timestamptz, "startedAt" timestamptz, "planOnly" boolean, steps json
) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  v_ruled text[] := ARRAY(SELECT jsonb_object_keys(p_flows));
  v_ids bigint[];
BEGIN
  SELECT array_agg(d.id) INTO v_ids FROM (
    SELECT c.id FROM (
      SELECT a.id, a.place FROM engine_admit_jobs(p_now, p_limit, p_flows) a WHERE p_flows IS NOT NULL
      UNION ALL
      SELECT f.id, f.due_at FROM (
        SELECT j.id, j.due_at FROM engine_job j
        WHERE j.due_at <= p_now AND (j.lease_until IS NULL OR j.lease_until < p_now) AND j.function_id = ANY(p_functions)
          AND (p_flows IS NULL OR j.kind NOT IN ('discover', 'step') OR j.function_id <> ALL(v_ruled))
        ORDER BY j.due_at, j.id LIMIT p_limit FOR UPDATE SKIP LOCKED
      ) f
    ) c ORDER BY c.place, c.id LIMIT p_limit
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
  FROM claimed c LEFT JOIN engine_run r ON r.id = c.run_id
  -- In the order of their places.
  ORDER BY array_position(v_ids, c.id);
END $$;
