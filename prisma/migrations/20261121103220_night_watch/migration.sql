-- CreateEnum
CREATE TYPE "alert_severity" AS ENUM ('warning', 'critical');

-- CreateEnum
CREATE TYPE "alert_state" AS ENUM ('open', 'acknowledged', 'resolved');

-- CreateEnum
CREATE TYPE "dead_letter_state" AS ENUM ('dead', 'replaying', 'replayed', 'discarded');

-- AlterEnum
ALTER TYPE "engine_job_kind" ADD VALUE 'wait';

-- AlterEnum
ALTER TYPE "engine_run_status" ADD VALUE 'cancelled';

-- DropIndex
DROP INDEX "engine_job_due_at_id_idx";

-- AlterTable
ALTER TABLE "engine_run" ADD COLUMN     "events" JSONB,
ADD COLUMN     "failed_attempts" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "failures" JSONB,
ADD COLUMN     "gather_key" TEXT,
ADD COLUMN     "limit_keys" TEXT[],
ADD COLUMN     "priority" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "singleton_key" TEXT;

-- AlterTable
ALTER TABLE "engine_step" ADD COLUMN     "race" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "order_step" ADD COLUMN     "failed_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "engine_place" (
    "job_id" BIGINT NOT NULL,
    "generation" INTEGER NOT NULL,
    "keys" TEXT[],

    CONSTRAINT "engine_place_pkey" PRIMARY KEY ("job_id")
);

-- CreateTable
CREATE TABLE "engine_wait" (
    "id" BIGSERIAL NOT NULL,
    "run_id" UUID NOT NULL,
    "step_id" TEXT,
    "event" TEXT NOT NULL,
    "key_path" TEXT,
    "key" TEXT,
    "condition" TEXT,
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "engine_wait_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "engine_cancel_rule" (
    "id" BIGSERIAL NOT NULL,
    "function_id" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "key_path" TEXT,
    "key_source" TEXT,
    "condition" TEXT,
    "timeout_ms" BIGINT,

    CONSTRAINT "engine_cancel_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "engine_gate" (
    "function_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "expected_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "engine_gate_pkey" PRIMARY KEY ("function_id","kind","key")
);

-- CreateTable
CREATE TABLE "heartbeat" (
    "name" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "beat_at" TIMESTAMPTZ(3) NOT NULL,
    "trouble" TEXT,

    CONSTRAINT "heartbeat_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "function_pulse" (
    "function_id" TEXT NOT NULL,
    "step" TEXT,
    "every_seconds" INTEGER,
    "introduced_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "succeeded_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),
    "last_error" TEXT,
    "succeeded" BIGINT NOT NULL DEFAULT 0,
    "failed" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "function_pulse_pkey" PRIMARY KEY ("function_id")
);

-- CreateTable
CREATE TABLE "alert" (
    "id" UUID NOT NULL,
    "site_id" TEXT NOT NULL,
    "queue" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "severity" "alert_severity" NOT NULL,
    "state" "alert_state" NOT NULL DEFAULT 'open',
    "cause" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "orders_affected" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "calm_since" TIMESTAMPTZ(3),
    "escalated_at" TIMESTAMPTZ(3),
    "acknowledged_at" TIMESTAMPTZ(3),
    "acknowledged_by" TEXT,
    "resolved_at" TIMESTAMPTZ(3),

    CONSTRAINT "alert_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alert_target" (
    "id" UUID NOT NULL,
    "site_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "format" TEXT NOT NULL DEFAULT 'standard',
    "secret" TEXT,
    "min_severity" "alert_severity" NOT NULL DEFAULT 'warning',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "alert_target_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alert_notice" (
    "id" UUID NOT NULL,
    "alert_id" UUID NOT NULL,
    "target_id" UUID NOT NULL,
    "event" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'owed',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "alert_notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alert_silence" (
    "site_id" TEXT NOT NULL,
    "queue" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "by" TEXT NOT NULL,

    CONSTRAINT "alert_silence_pkey" PRIMARY KEY ("site_id","queue")
);

-- CreateTable
CREATE TABLE "queue_sample" (
    "site_id" TEXT NOT NULL,
    "queue" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "waiting" INTEGER NOT NULL,
    "overdue" INTEGER NOT NULL,
    "oldest_wait_seconds" INTEGER NOT NULL,
    "per_minute" INTEGER NOT NULL,

    CONSTRAINT "queue_sample_pkey" PRIMARY KEY ("site_id","queue","at")
);

-- CreateTable
CREATE TABLE "dead_letter" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "site_id" TEXT,
    "queue" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "error" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "history" JSONB NOT NULL DEFAULT '[]',
    "state" "dead_letter_state" NOT NULL DEFAULT 'dead',
    "replay_at" TIMESTAMPTZ(3),
    "replays" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "dead_letter_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "engine_wait_event_key_path_key_idx" ON "engine_wait"("event", "key_path", "key");

-- CreateIndex
CREATE INDEX "engine_wait_run_id_step_id_idx" ON "engine_wait"("run_id", "step_id");

-- CreateIndex
CREATE INDEX "engine_cancel_rule_function_id_idx" ON "engine_cancel_rule"("function_id");

-- CreateIndex
CREATE INDEX "engine_gate_expected_at_idx" ON "engine_gate"("expected_at");

-- CreateIndex
CREATE INDEX "alert_site_id_opened_at_id_idx" ON "alert"("site_id", "opened_at" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "alert_unresolved" ON "alert"("site_id", "queue", "topic") WHERE (state <> 'resolved');

-- CreateIndex
CREATE UNIQUE INDEX "alert_target_site_id_kind_address_key" ON "alert_target"("site_id", "kind", "address");

-- CreateIndex
CREATE INDEX "alert_notice_owed" ON "alert_notice"("due_at") WHERE (state = 'owed');

-- CreateIndex
CREATE UNIQUE INDEX "alert_notice_alert_id_target_id_event_key" ON "alert_notice"("alert_id", "target_id", "event");

-- CreateIndex
CREATE INDEX "queue_sample_at_idx" ON "queue_sample"("at");

-- CreateIndex
CREATE UNIQUE INDEX "dead_letter_key_key" ON "dead_letter"("key");

-- CreateIndex
CREATE INDEX "dead_letter_state_created_at_id_idx" ON "dead_letter"("state", "created_at" DESC, "id");

-- CreateIndex
CREATE INDEX "dead_letter_due" ON "dead_letter"("replay_at") WHERE (replay_at IS NOT NULL);

-- CreateIndex
CREATE INDEX "engine_job_function_id_kind_due_at_id_idx" ON "engine_job"("function_id", "kind", "due_at", "id");

-- CreateIndex
CREATE INDEX "engine_run_singleton" ON "engine_run"("function_id", "singleton_key") WHERE (singleton_key IS NOT NULL AND ended_at IS NULL);

-- CreateIndex
CREATE INDEX "engine_run_created_at_id_idx" ON "engine_run"("created_at", "id");

-- CreateIndex
CREATE INDEX "engine_run_unhappy" ON "engine_run"("created_at", "id") WHERE (error IS NOT NULL);

-- CreateIndex
CREATE UNIQUE INDEX "engine_run_gathers" ON "engine_run"("function_id", "gather_key") WHERE (gather_key IS NOT NULL AND ended_at IS NULL);

-- CreateIndex
CREATE INDEX "order_step_finished" ON "order_step"("site_id", "kind", "finished_at") WHERE (finished_at IS NOT NULL);

-- AddForeignKey
ALTER TABLE "engine_wait" ADD CONSTRAINT "engine_wait_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "engine_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert_notice" ADD CONSTRAINT "alert_notice_alert_id_fkey" FOREIGN KEY ("alert_id") REFERENCES "alert"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert_notice" ADD CONSTRAINT "alert_notice_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "alert_target"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- begin inngest/engine/arrived-event.sql
-- An event as functions receive it.
CREATE OR REPLACE FUNCTION engine_event(o outbox_event) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object('id', o.event_id, 'name', o.name, 'data', o.data,
    'ts', (extract(epoch FROM o.occurred_at) * 1000)::bigint)
$$;
-- end inngest/engine/arrived-event.sql

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
  WHERE NOT EXISTS (SELECT FROM engine_job j WHERE j.id = p.job_id AND j.generation = p.generation);
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

-- begin inngest/engine/start-run.sql
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
-- end inngest/engine/start-run.sql

-- begin inngest/engine/wake-waits.sql
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
-- end inngest/engine/wake-waits.sql
