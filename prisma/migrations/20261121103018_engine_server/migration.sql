-- begin inngest/engine/schedule-runs.sql
-- Which functions the events start, in the order of the events. A trigger that ends in * means every name that begins so.
CREATE OR REPLACE FUNCTION engine_matches(p_ids bigint[], p_functions text[], p_events text[], p_conditions jsonpath[])
RETURNS TABLE (function_id text, outbox_id bigint, event_id text, event jsonb, traceparent text) LANGUAGE sql STABLE AS $$
  WITH fresh AS MATERIALIZED (
    SELECT o.id, o.event_id, o.name, o.traceparent, engine_event(o) AS event FROM outbox_event o WHERE o.id = ANY(p_ids)
  ), wanted AS MATERIALIZED (
    SELECT * FROM unnest(p_functions, p_events, p_conditions) AS w(function_id, event, condition)
  ), named AS (
    SELECT w.function_id, w.condition, f.* FROM fresh f JOIN wanted w ON w.event = f.name
    UNION ALL
    SELECT w.function_id, w.condition, f.* FROM fresh f
    JOIN wanted w ON right(w.event, 1) = '*' AND starts_with(f.name, left(w.event, -1))
  )
  SELECT DISTINCT ON (n.id, n.function_id) n.function_id, n.id, n.event_id, n.event, n.traceparent FROM named n
  WHERE n.condition IS NULL OR jsonb_path_match(n.event, n.condition, '{}', true)
  ORDER BY n.id, n.function_id
$$;

-- Events become runs: taken, started and queued in one transaction, so that a crash leaves either all of it or nothing.
-- SKIP LOCKED shares the outbox between engines; the unique (function, event id) makes a repeated event one run. Functions
-- without flow control start as one set; the others (`p_flow_…`) one by one, because each start depends on the one before.
-- Returns how many events were taken.
CREATE OR REPLACE FUNCTION engine_schedule_runs(
  p_now timestamptz, p_limit int, p_functions text[], p_events text[], p_conditions jsonpath[],
  p_flow_functions text[], p_flow_events text[], p_flow_conditions jsonpath[], p_flows jsonb,
  p_only_system boolean
) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  v_ids bigint[];
BEGIN
  WITH taken AS (
    SELECT id FROM outbox_event WHERE relayed_at IS NULL AND (NOT p_only_system OR starts_with(name, 'inngest/'))
    ORDER BY id LIMIT p_limit FOR UPDATE SKIP LOCKED
  ), marked AS (
    UPDATE outbox_event o SET relayed_at = p_now FROM taken t WHERE o.id = t.id RETURNING o.id
  )
  SELECT array_agg(id ORDER BY id) INTO v_ids FROM marked;
  IF v_ids IS NULL THEN RETURN 0; END IF;

  WITH run AS (
    INSERT INTO engine_run (function_id, idempotency_key, event, traceparent, created_at)
    SELECT m.function_id, m.event_id, m.event, m.traceparent, p_now
    FROM engine_matches(v_ids, p_functions, p_events, p_conditions) m ORDER BY m.outbox_id
    ON CONFLICT (function_id, idempotency_key) DO NOTHING
    RETURNING id, function_id
  )
  INSERT INTO engine_job (kind, function_id, run_id, due_at) SELECT 'discover', function_id, id, p_now FROM run;

  IF cardinality(p_flow_functions) > 0 THEN
    -- A gate whose next start is expected in the past lets pass as one that never was.
    DELETE FROM engine_gate WHERE expected_at <= p_now;
    PERFORM engine_start_run(m.function_id, p_flows->m.function_id, m.event_id, m.event, m.traceparent, p_now, p_now)
    FROM engine_matches(v_ids, p_flow_functions, p_flow_events, p_flow_conditions) m;
  END IF;
  PERFORM engine_wake_waits(v_ids, p_now);
  RETURN cardinality(v_ids);
END $$;
-- end inngest/engine/schedule-runs.sql
