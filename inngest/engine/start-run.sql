-- The text that the parts of a key make of an event; what is missing counts as ''. A long one is cut and told apart by
-- its digest, because an index refuses it and would take every event of the batch with it.
CREATE OR REPLACE FUNCTION engine_key(p_parts jsonb, p_event jsonb) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN length(k.key) > 200 THEN left(k.key, 200) || md5(k.key) ELSE k.key END FROM (
    SELECT coalesce(string_agg(CASE jsonb_typeof(p.part) WHEN 'string' THEN p.part #>> '{}'
      ELSE coalesce(p_event #>> ARRAY(SELECT jsonb_array_elements_text(p.part)), '') END, '' ORDER BY p.n), '') AS key
    FROM jsonb_array_elements(p_parts) WITH ORDINALITY AS p(part, n)
  ) k
$$;

-- The keys under which a run takes its places, one for each concurrency limit of its function.
CREATE OR REPLACE FUNCTION engine_limit_keys(p_flow jsonb, p_event jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
  SELECT array_agg(engine_key(l.rule->'key', p_event) ORDER BY l.n)
  FROM jsonb_array_elements(p_flow->'limits') WITH ORDINALITY AS l(rule, n)
$$;

-- Seconds by which a run goes before others, -600 to 600; 0 where the event gives no number.
CREATE OR REPLACE FUNCTION engine_priority(p_priority jsonb, p_event jsonb) RETURNS int LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN jsonb_typeof(chosen) = 'number' THEN greatest(-600, least(600, trunc((chosen #>> '{}')::numeric)))::int ELSE 0 END
  FROM coalesce(
    (SELECT c.rule->'seconds' FROM jsonb_array_elements(p_priority->'cases') WITH ORDINALITY AS c(rule, n)
     WHERE jsonb_path_match(p_event, (c.rule->>'condition')::jsonpath, '{}', true) ORDER BY c.n LIMIT 1),
    CASE jsonb_typeof(p_priority->'otherwise') WHEN 'array'
      THEN p_event #> ARRAY(SELECT jsonb_array_elements_text(p_priority->'otherwise'))
      ELSE p_priority->'otherwise' END
  ) AS chosen
$$;

-- The generic cell rate algorithm (ITU-T I.371, ATM Forum TM 4.0): one start every period/limit, `burst` of them at once.
-- Returns when the start may be; null, and nothing is counted, if that is later than now and it cannot wait.
CREATE OR REPLACE FUNCTION engine_pass_gate(p_function text, p_kind text, p_rule jsonb, p_event jsonb, p_waits boolean, p_now timestamptz)
RETURNS timestamptz LANGUAGE plpgsql AS $$
DECLARE
  v_key text := engine_key(p_rule->'key', p_event);
  v_increment interval := (p_rule->>'periodMs')::float8 / (p_rule->>'limit')::int * interval '1 millisecond';
  v_expected timestamptz;
  v_start timestamptz;
BEGIN
  SELECT expected_at INTO v_expected FROM engine_gate WHERE function_id = p_function AND kind = p_kind AND key = v_key FOR UPDATE;
  v_expected := greatest(v_expected, p_now);
  v_start := greatest(p_now, v_expected - v_increment * ((p_rule->>'burst')::int - 1));
  IF v_start > p_now AND NOT p_waits THEN RETURN NULL; END IF;
  INSERT INTO engine_gate (function_id, kind, key, expected_at) VALUES (p_function, p_kind, v_key, v_expected + v_increment)
  ON CONFLICT (function_id, kind, key) DO UPDATE SET expected_at = excluded.expected_at;
  RETURN v_start;
END $$;

-- Adds an event to the run that gathers (debounce, batchEvents) under its key; false if there is none and one has to be
-- opened. A run gathers until it is due; after that it belongs to the claim, which takes the key off it.
CREATE OR REPLACE FUNCTION engine_gather(p_function text, p_flow jsonb, p_key text, p_event jsonb, p_now timestamptz)
RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  v_run engine_run%ROWTYPE;
  v_due_at timestamptz;
  v_full boolean := false;
BEGIN
  SELECT * INTO v_run FROM engine_run
  WHERE function_id = p_function AND gather_key = p_key AND ended_at IS NULL FOR UPDATE;
  IF NOT FOUND THEN RETURN false; END IF;
  SELECT due_at INTO v_due_at FROM engine_job WHERE run_id = v_run.id;
  IF v_due_at <= p_now THEN
    UPDATE engine_run SET gather_key = NULL WHERE id = v_run.id;
    RETURN false;
  END IF;

  IF p_flow ? 'batch' THEN
    v_full := jsonb_array_length(v_run.events) + 1 >= (p_flow #>> '{batch,maxSize}')::int;
    UPDATE engine_run SET events = v_run.events || jsonb_build_array(p_event), gather_key = CASE WHEN NOT v_full THEN p_key END
    WHERE id = v_run.id;
    IF v_full THEN UPDATE engine_job SET due_at = p_now WHERE run_id = v_run.id; END IF;
  ELSE
    -- Another engine may bring an older event later.
    IF (v_run.event->>'ts')::numeric <= (p_event->>'ts')::numeric THEN
      UPDATE engine_run SET event = p_event, limit_keys = coalesce(engine_limit_keys(p_flow, p_event), '{}'),
        priority = engine_priority(p_flow->'priority', p_event) WHERE id = v_run.id;
    END IF;
    UPDATE engine_job SET due_at = least(p_now + (p_flow #>> '{debounce,periodMs}')::bigint * interval '1 millisecond',
      v_run.created_at + (p_flow #>> '{debounce,timeoutMs}')::bigint * interval '1 millisecond') WHERE run_id = v_run.id;
  END IF;
  RETURN true;
END $$;

-- Starts one run by the rules of its function (`p_flow`, null without any), due at `p_due_at` or later. Null when there is
-- nothing to start: the event came before, the rate is exceeded, it joins a run that gathers, the singleton is busy.
-- An invoked function is waited for, so it may be delayed, but is never skipped or joined with another.
CREATE OR REPLACE FUNCTION engine_start_run(
  p_function text, p_flow jsonb, p_id text, p_event jsonb, p_traceparent text, p_due_at timestamptz, p_now timestamptz
) RETURNS uuid LANGUAGE plpgsql AS $$
DECLARE
  v_due_at timestamptz := p_due_at;
  v_invoked boolean := p_event->>'name' = 'inngest/function.invoked';
  v_gather text;
  v_singleton text;
  v_others uuid[];
  v_run uuid;
BEGIN
  p_flow := coalesce(p_flow, '{}');
  IF p_flow <> '{}' THEN
    -- One after another over all engines, each seeing what the one before has committed.
    PERFORM pg_advisory_xact_lock(hashtext('engine_start_run'));
    IF EXISTS (SELECT FROM engine_run WHERE function_id = p_function AND idempotency_key = p_id) THEN RETURN NULL; END IF;
  END IF;
  IF p_flow ? 'rate' AND NOT v_invoked THEN
    IF engine_pass_gate(p_function, 'rate', p_flow->'rate', p_event, false, p_now) IS NULL THEN RETURN NULL; END IF;
  END IF;
  IF p_flow ?| '{debounce,batch}' AND NOT v_invoked
    AND coalesce(p_flow #>> '{batch,condition}' IS NULL
      OR jsonb_path_match(p_event, (p_flow #>> '{batch,condition}')::jsonpath, '{}', true), false)
  THEN
    v_gather := engine_key(coalesce(p_flow #> '{batch,key}', p_flow #> '{debounce,key}'), p_event);
    IF engine_gather(p_function, p_flow, v_gather, p_event, p_now) THEN RETURN NULL; END IF;
    v_due_at := p_now + coalesce(p_flow #>> '{batch,timeoutMs}', p_flow #>> '{debounce,periodMs}')::bigint * interval '1 millisecond';
    IF (p_flow #>> '{batch,maxSize}')::int = 1 THEN
      v_gather := NULL;
      v_due_at := p_now;
    END IF;
  END IF;
  IF p_flow ? 'singleton' THEN
    v_singleton := engine_key(p_flow #> '{singleton,key}', p_event);
    SELECT array_agg(id) INTO v_others FROM engine_run
    WHERE function_id = p_function AND singleton_key = v_singleton AND ended_at IS NULL;
    IF v_others IS NOT NULL AND p_flow #>> '{singleton,mode}' = 'cancel' THEN
      PERFORM engine_cancel_runs(v_others, array_fill('a newer run of this singleton began'::text, ARRAY[cardinality(v_others)]), p_now);
    ELSIF v_others IS NOT NULL AND NOT v_invoked THEN
      RETURN NULL;
    END IF;
  END IF;
  IF p_flow ? 'throttle' THEN
    v_due_at := greatest(v_due_at, engine_pass_gate(p_function, 'throttle', p_flow->'throttle', p_event, true, p_now));
  END IF;

  INSERT INTO engine_run (function_id, idempotency_key, event, events, traceparent, created_at, limit_keys, priority, gather_key, singleton_key)
  VALUES (p_function, p_id, p_event, CASE WHEN p_flow ? 'batch' THEN jsonb_build_array(p_event) END, p_traceparent, p_now,
    coalesce(engine_limit_keys(p_flow, p_event), '{}'), engine_priority(p_flow->'priority', p_event), v_gather, v_singleton)
  ON CONFLICT (function_id, idempotency_key) DO NOTHING RETURNING id INTO v_run;
  IF v_run IS NOT NULL THEN
    INSERT INTO engine_job (kind, function_id, run_id, due_at) VALUES ('discover', p_function, v_run, v_due_at);
  END IF;
  RETURN v_run;
END $$;
