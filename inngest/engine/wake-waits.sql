-- A value as the index of waits knows it: what is equal as jsonb has the same text. Long ones are cut, because the whole
-- condition is looked at afterwards anyway. What is missing or null has no key, for a condition may take both for equal.
CREATE OR REPLACE FUNCTION engine_wait_key(p_value jsonb) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT left(CASE jsonb_typeof(p_value) WHEN 'number' THEN trim_scale((p_value #>> '{}')::numeric)::text
    WHEN 'null' THEN NULL ELSE p_value::text END, 200)
$$;

-- Ends runs that are still active: their jobs and waits go, so that a call under way is told 409 at its next checkpoint
-- and its answer is dropped. Who invoked such a run is told as well. Returns the runs that it ended.
CREATE OR REPLACE FUNCTION engine_cancel_runs(p_runs uuid[], p_reasons text[], p_now timestamptz)
RETURNS SETOF uuid LANGUAGE plpgsql AS $$
BEGIN
  -- In the order in which commits lock: jobs, then runs.
  PERFORM FROM engine_job WHERE run_id = ANY(p_runs) ORDER BY id FOR UPDATE;
  RETURN QUERY
  WITH reason AS (
    SELECT DISTINCT ON (run) run, reason FROM unnest(p_runs, p_reasons) AS u(run, reason)
  ), ended AS (
    UPDATE engine_run r SET status = 'cancelled', ended_at = p_now,
      error = jsonb_build_object('name', 'RunCancelledError', 'message', reason.reason)
    FROM reason WHERE r.id = reason.run AND r.status = 'active'
    RETURNING r.*
  ), told AS (
    INSERT INTO outbox_event (event_id, name, subject, data, traceparent, occurred_at)
    SELECT said.word || e.id, 'inngest/function.' || replace(said.word, ':', ''), e.id,
      jsonb_build_object('function_id', e.function_id, 'run_id', e.id, 'event', e.event,
        'events', coalesce(e.events, jsonb_build_array(e.event)), 'error', e.error,
        '_inngest', jsonb_build_object('status', 'Cancelled', 'correlation_id', e.event->>'id')),
      e.traceparent, p_now
    FROM ended e JOIN (VALUES ('cancelled:'), ('finished:')) AS said(word)
      ON said.word = 'cancelled:' OR e.event->>'name' = 'inngest/function.invoked'
    ON CONFLICT (event_id) DO NOTHING
  )
  SELECT id FROM ended;
  DELETE FROM engine_wait WHERE run_id = ANY(p_runs);
  DELETE FROM engine_job WHERE run_id = ANY(p_runs);
END $$;

-- A run begins to listen for what cancels it, however it was started: by an event, a schedule, a batch, by hand.
CREATE OR REPLACE FUNCTION engine_listen_for_cancels() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO engine_wait (run_id, event, key_path, key, condition, until)
  SELECT f.id, c.event, CASE WHEN k.key IS NOT NULL THEN c.key_path END, k.key, c.condition,
    f.created_at + c.timeout_ms * interval '1 millisecond'
  FROM fresh f JOIN engine_cancel_rule c ON c.function_id = f.function_id
  CROSS JOIN LATERAL (
    SELECT engine_wait_key(jsonb_path_query_first(f.event, c.key_source::jsonpath, '{}', true)) AS key
  ) k;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER engine_run_listens AFTER INSERT ON engine_run
REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION engine_listen_for_cancels();

-- What new events end, in the transaction that takes them from the outbox: waiting steps go on with the event (an
-- invoked function's end with its result), runs with a matching cancelOn are cancelled. The first event that matches
-- counts. The job of a waiting step is its timeout; whoever deletes it first, this or the timeout, settles the step.
-- Every wait is looked up by event and key: one event costs the same among 10 waits as among 100,000, if their
-- conditions have an equality. Planned anew each time, and along the indexes: the table was empty a minute ago and is
-- large now, which the planner's statistics do not tell yet.
CREATE OR REPLACE FUNCTION engine_wake_waits(p_event_ids bigint[], p_now timestamptz) RETURNS void
LANGUAGE plpgsql SET plan_cache_mode = force_custom_plan SET enable_hashjoin = off SET enable_mergejoin = off
SET enable_seqscan = off AS $$
DECLARE
  v_names text[];
  v_waits bigint[];
  v_events bigint[];
  v_stale bigint[];
  v_runs uuid[];
  v_reasons text[];
BEGIN
  SELECT array_agg(DISTINCT o.name) INTO v_names FROM outbox_event o
  WHERE o.id = ANY(p_event_ids) AND EXISTS (SELECT FROM engine_wait w WHERE w.event = o.name);
  IF v_names IS NULL THEN RETURN; END IF;

  WITH RECURSIVE fresh AS MATERIALIZED (
    SELECT o.id, o.name, o.occurred_at, engine_event(o) AS event FROM outbox_event o WHERE o.id = ANY(p_event_ids) AND o.name = ANY(v_names)
  ), path(name, key_path) AS (
    -- The few different paths of so many waits, jumping from one to the next in the index.
    SELECT n.name, (SELECT min(w.key_path) FROM engine_wait w WHERE w.event = n.name) FROM unnest(v_names) AS n(name)
    UNION ALL
    SELECT p.name, (SELECT min(w.key_path) FROM engine_wait w WHERE w.event = p.name AND w.key_path > p.key_path)
    FROM path p WHERE p.key_path IS NOT NULL
  ), keyed AS MATERIALIZED (
    SELECT f.*, p.key_path, engine_wait_key(jsonb_path_query_first(f.event, p.key_path::jsonpath, '{}', true)) AS key
    FROM fresh f JOIN path p ON p.name = f.name WHERE p.key_path IS NOT NULL
  ), found AS (
    -- OFFSET 0 keeps each lookup a lookup, whatever the planner guesses about the sizes.
    SELECT k.id AS arrived, k.occurred_at, k.event AS new_event, w.* FROM keyed k CROSS JOIN LATERAL (
      SELECT * FROM engine_wait w WHERE w.event = k.name AND w.key_path = k.key_path AND w.key = k.key OFFSET 0
    ) w
    UNION ALL
    SELECT f.id, f.occurred_at, f.event, w.* FROM fresh f CROSS JOIN LATERAL (
      SELECT * FROM engine_wait w WHERE w.event = f.name AND w.key_path IS NULL OFFSET 0
    ) w
  ), looked AS MATERIALIZED (
    SELECT w.id AS wait, w.arrived, r.status = 'active' AS alive, r.status = 'active'
      -- What happened in time counts, however late the engine hears of it.
      AND (w.until IS NULL OR w.until >= w.occurred_at)
      AND (w.condition IS NULL
        OR jsonb_path_match(w.new_event, w.condition::jsonpath, jsonb_build_object('event', r.event), true))
      -- The event that started a run does not cancel it, nor does an earlier one.
      AND (w.step_id IS NOT NULL
        OR w.arrived > coalesce((SELECT o.id FROM outbox_event o WHERE o.event_id = r.event->>'id'), 0)) AS matches
    FROM found w CROSS JOIN LATERAL (SELECT * FROM engine_run r WHERE r.id = w.run_id OFFSET 0) r
  ), earliest AS (
    SELECT wait, min(arrived) AS event FROM looked WHERE matches GROUP BY wait
  )
  SELECT array_agg(wait ORDER BY wait), array_agg(event ORDER BY wait), (SELECT array_agg(wait) FROM looked WHERE NOT alive)
  INTO v_waits, v_events, v_stale FROM earliest;

  PERFORM FROM unnest(v_waits) AS m(wait)
  CROSS JOIN LATERAL (SELECT * FROM engine_wait w WHERE w.id = m.wait OFFSET 0) w
  CROSS JOIN LATERAL (SELECT * FROM engine_job j WHERE j.run_id = w.run_id OFFSET 0) j
  JOIN engine_job o ON o.id = j.id WHERE j.step_id = w.step_id ORDER BY o.id FOR UPDATE OF o;
  WITH won AS (
    DELETE FROM engine_job j USING (
      SELECT j.id, m.event FROM unnest(v_waits, v_events) AS m(wait, event)
      CROSS JOIN LATERAL (SELECT * FROM engine_wait w WHERE w.id = m.wait OFFSET 0) w
      CROSS JOIN LATERAL (SELECT * FROM engine_job j WHERE j.run_id = w.run_id OFFSET 0) j
      WHERE j.step_id = w.step_id AND j.kind = 'wait'
    ) f WHERE j.id = f.id
    RETURNING j.run_id, j.step_id, f.event
  ), settled AS (
    UPDATE engine_step s SET pending = false, ord = nextval(pg_get_serial_sequence('engine_step', 'ord')),
      settled_at = p_now, value = CASE WHEN o.name <> 'inngest/function.finished' THEN engine_event(o)
        WHEN o.data ? 'error' THEN jsonb_build_object('error', o.data->'error')
        ELSE jsonb_build_object('data', o.data->'result') END
    FROM won JOIN outbox_event o ON o.id = won.event
    WHERE s.run_id = won.run_id AND s.step_id = won.step_id AND s.pending
    RETURNING s.run_id, s.race
  ), run AS (
    UPDATE engine_run r SET pending_steps = r.pending_steps - c.counted
    FROM (SELECT run_id, count(*) FILTER (WHERE NOT race) AS counted, bool_or(race) AS race FROM settled GROUP BY run_id) c
    WHERE r.id = c.run_id AND r.status = 'active'
    RETURNING r.id, r.function_id, r.pending_steps, c.race
  )
  INSERT INTO engine_job (kind, function_id, run_id, due_at)
  SELECT 'discover', function_id, id, p_now FROM run WHERE race OR pending_steps = 0;

  SELECT array_agg(w.run_id), array_agg(format('the event %s (%s) arrived', o.name, o.event_id)) INTO v_runs, v_reasons
  FROM unnest(v_waits, v_events) AS m(wait, event) JOIN engine_wait w ON w.id = m.wait JOIN outbox_event o ON o.id = m.event
  WHERE w.step_id IS NULL;
  IF v_runs IS NOT NULL THEN PERFORM engine_cancel_runs(v_runs, v_reasons, p_now); END IF;
  DELETE FROM engine_wait WHERE id = ANY(v_waits || v_stale);
END $$;
