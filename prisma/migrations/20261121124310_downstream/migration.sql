-- CreateTable
CREATE TABLE "webhook_endpoint" (
    "id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "types" TEXT[],
    "site_id" TEXT,
    "description" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL DEFAULT 'active',
    "disabled_for" TEXT,
    "secret" TEXT NOT NULL,
    "previous_secret" TEXT,
    "previous_until" TIMESTAMPTZ(3),
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "failing_since" TIMESTAMPTZ(3),
    "last_success_at" TIMESTAMPTZ(3),
    "last_error" TEXT,
    "throttled_until" TIMESTAMPTZ(3),
    "sending_by" TEXT,
    "sending_until" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_endpoint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_feed" (
    "id" BIGSERIAL NOT NULL,
    "endpoint_id" UUID NOT NULL,
    "xid" BIGINT NOT NULL,
    "kind" SMALLINT NOT NULL,
    "row_id" BIGINT NOT NULL,
    "until_xid" BIGINT,
    "until_kind" SMALLINT,
    "until_row_id" BIGINT,
    "known" TEXT,
    "from_at" TIMESTAMPTZ(3),
    "to_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_feed_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_delivery" (
    "id" BIGSERIAL NOT NULL,
    "endpoint_id" UUID NOT NULL,
    "kind" SMALLINT NOT NULL,
    "row_id" BIGINT NOT NULL,
    "type" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" JSONB,
    "state" TEXT NOT NULL DEFAULT 'owed',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "last_status" INTEGER,
    "last_error" TEXT,
    "last_ms" INTEGER,
    "delivered_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "webhook_feed_endpoint_id_idx" ON "webhook_feed"("endpoint_id");

-- CreateIndex
CREATE INDEX "webhook_delivery_endpoint_id_id_idx" ON "webhook_delivery"("endpoint_id", "id");

-- CreateIndex
CREATE INDEX "webhook_delivery_owed" ON "webhook_delivery"("endpoint_id", "due_at", "id") WHERE (state = 'owed');

-- CreateIndex
CREATE INDEX "webhook_delivery_dead" ON "webhook_delivery"("endpoint_id", "id") WHERE (state = 'dead');

-- CreateIndex
CREATE INDEX "inventory_event_recorded_at" ON "inventory_event" USING BRIN ("recorded_at");

-- CreateIndex
CREATE INDEX "outbox_event_occurred_at" ON "outbox_event" USING BRIN ("occurred_at");

-- AddForeignKey
ALTER TABLE "webhook_feed" ADD CONSTRAINT "webhook_feed_endpoint_id_fkey" FOREIGN KEY ("endpoint_id") REFERENCES "webhook_endpoint"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_endpoint_id_fkey" FOREIGN KEY ("endpoint_id") REFERENCES "webhook_endpoint"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- begin lib/downstream/fan-out-events.sql
-- Moves every active endpoint's feeds on and owes it the events that match, in one transaction: each event once, however
-- many dispatchers there are, and no row for an event that nobody asked for. An endpoint's row is its lock; whoever finds
-- it taken leaves it to the other. An endpoint that does not take what it is owed gets no more rows: the feed is the queue.
-- Calls for a run that sends, unless one is at it: the outbox event, and a short belief that it comes.
-- Returns jsonb { made, called, more }: deliveries, endpoints called for, and whether a feed has more than its limit.
CREATE OR REPLACE FUNCTION fan_out_events(
  p_now timestamptz, p_limit int, p_most_waiting int, p_names text[], p_types text[]
) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_endpoint webhook_endpoint%ROWTYPE;
  v_feed webhook_feed%ROWTYPE;
  v_page record;
  v_waiting int;
  v_made int := 0;
  v_called int := 0;
  v_more boolean := false;
BEGIN
  FOR v_endpoint IN SELECT * FROM webhook_endpoint WHERE state = 'active' ORDER BY id FOR UPDATE SKIP LOCKED LOOP
    FOR v_feed IN SELECT * FROM webhook_feed WHERE endpoint_id = v_endpoint.id ORDER BY id LOOP
      SELECT count(*) INTO v_waiting FROM (SELECT FROM webhook_delivery
        WHERE endpoint_id = v_endpoint.id AND state = 'owed' AND attempts = 0 LIMIT p_most_waiting) AS waiting;
      CONTINUE WHEN v_waiting >= p_most_waiting;

      WITH page AS MATERIALIZED (
        SELECT f.xid, f.kind, f.row_id, f.type, f.subject, f.site_id, f.recorded_at
          FROM feed_events(v_feed.xid, v_feed.kind, v_feed.row_id, p_limit, p_names, p_types) f
      ), made AS (
        INSERT INTO webhook_delivery (endpoint_id, kind, row_id, type, subject, due_at, created_at)
        SELECT v_endpoint.id, kind, row_id, type, subject, p_now, p_now FROM page
         WHERE (v_endpoint.site_id IS NULL OR site_id = v_endpoint.site_id)
           AND EXISTS (SELECT FROM unnest(v_endpoint.types) AS wanted
                        WHERE wanted = type OR (right(wanted, 1) = '*' AND starts_with(type, left(wanted, -1))))
           AND (v_feed.known IS NULL OR NOT pg_visible_in_snapshot(xid::text::xid8, v_feed.known::pg_snapshot))
           AND (v_feed.from_at IS NULL OR recorded_at >= v_feed.from_at)
           AND (v_feed.to_at IS NULL OR recorded_at < v_feed.to_at)
           AND (v_feed.until_xid IS NULL
                OR (xid, kind, row_id) <= (v_feed.until_xid, v_feed.until_kind, v_feed.until_row_id))
         ORDER BY xid, kind, row_id RETURNING 1
      )
      SELECT seen.rows, (SELECT count(*) FROM made) AS made, final.xid, final.kind, final.row_id,
             (final.xid, final.kind, final.row_id) >= (v_feed.until_xid, v_feed.until_kind, v_feed.until_row_id) AS passed
        INTO v_page FROM (SELECT count(*) AS rows FROM page) AS seen
        LEFT JOIN (SELECT xid, kind, row_id FROM page ORDER BY 1 DESC, 2 DESC, 3 DESC LIMIT 1) AS final ON true;

      v_made := v_made + v_page.made;
      IF v_feed.until_xid IS NOT NULL AND (v_page.rows < p_limit OR v_page.passed) THEN
        DELETE FROM webhook_feed WHERE id = v_feed.id;
      ELSIF v_page.rows > 0 THEN
        UPDATE webhook_feed SET xid = v_page.xid, kind = v_page.kind, row_id = v_page.row_id,
          known = CASE WHEN v_page.xid < pg_snapshot_xmax(known::pg_snapshot)::text::bigint THEN known END
         WHERE id = v_feed.id;
        v_more := v_more OR v_page.rows = p_limit;
      END IF;
    END LOOP;

    CONTINUE WHEN v_endpoint.sending_until > p_now OR v_endpoint.throttled_until > p_now OR NOT EXISTS (
      SELECT FROM webhook_delivery WHERE endpoint_id = v_endpoint.id AND state = 'owed' AND due_at <= p_now);
    UPDATE webhook_endpoint SET sending_by = NULL, sending_until = p_now + interval '10 seconds' WHERE id = v_endpoint.id;
    INSERT INTO outbox_event (event_id, name, site_id, subject, data, occurred_at)
    VALUES ('deliveries.waiting:' || gen_random_uuid(), 'downstream/deliveries.waiting', v_endpoint.site_id,
      v_endpoint.id::text, jsonb_build_object('endpointId', v_endpoint.id), p_now);
    v_called := v_called + 1;
  END LOOP;
  RETURN jsonb_build_object('made', v_made, 'called', v_called, 'more', v_more);
END $$;
-- end lib/downstream/fan-out-events.sql

-- begin lib/downstream/feed-events.sql
-- The feed: what the outbox publishes (kind 0) and what was told of stock (kind 1), merged in the order
-- (transaction, kind, row), after a position. Only from transactions older than every open one: whoever reads on from the
-- last row has missed nothing, however long another writer took to commit.
-- `p_names` are the outbox's published names, `p_types` their public types, one for one.
CREATE OR REPLACE FUNCTION feed_events(p_xid bigint, p_kind int, p_row bigint, p_limit int, p_names text[], p_types text[])
RETURNS TABLE (
  xid bigint, kind int, row_id bigint, type text, event_id text, source text, subject text, site_id text, data jsonb,
  happened_at timestamptz, recorded_at timestamptz, traceparent text
) LANGUAGE sql STABLE AS $$
  SELECT * FROM (
    (SELECT o.xid, 0 AS kind, o.id AS row_id, p_types[array_position(p_names, o.name)], o.event_id,
       '/stowline/' || split_part(o.name, '/', 1), o.subject, o.site_id, o.data, o.occurred_at, o.occurred_at, o.traceparent
       FROM outbox_event o
      WHERE (o.xid, o.id) > (p_xid, CASE p_kind WHEN 0 THEN p_row ELSE 9223372036854775807 END)
        AND o.xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint AND o.name = ANY (p_names)
      ORDER BY o.xid, o.id LIMIT p_limit)
    UNION ALL
    (SELECT e.xid, 1, e.id, e.type, e.event_id, e.source, e.sku, e.site_id, e.data, e.observed_at, e.recorded_at, e.traceparent
       FROM inventory_event e
      WHERE (e.xid, e.id) > (p_xid, CASE p_kind WHEN 1 THEN p_row ELSE -1 END)
        AND e.xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
      ORDER BY e.xid, e.id LIMIT p_limit)
  ) AS said ORDER BY xid, kind, row_id LIMIT p_limit
$$;
-- end lib/downstream/feed-events.sql

-- begin lib/orders/begin-order.sql
-- First short transaction of placing an order: the idempotency row, the order `confirming`, its stock held.
-- Returns jsonb { outcome, … }:
--   begun      { orderNumber, totalMinor, currency, stepDueSeconds, lines }
--   replay     { status, body, location }   the first answer of this key
--   in-flight | key-reused | unknown-site
--   unknown-skus { skus }
--   contended  stock may be there but other buyers hold its rows: call again with p_patient
--   short      { orderNumber, shortages: [{ sku, requested, available }] }   only when p_patient, so it is
--              the truth; the order is kept as `refused`, for support and for the demand feed
-- Every SKU comes once in p_skus.
-- Hurried (not p_patient): takes free rows only and never waits, so it can't deadlock and no bin is a queue.
-- Patient: locks every row of these SKUs in one order, so two patient buyers can't deadlock either.
CREATE OR REPLACE FUNCTION begin_order(
  p_client text, p_key text, p_hash bytea, p_now timestamptz, p_taken_until timestamptz, p_settle_at timestamptz,
  p_site text, p_name text, p_email text, p_phone text, p_ship_to jsonb, p_method text, p_token text,
  p_skus text[], p_quantities int[], p_suffix text, p_traceparent text, p_patient boolean
) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_key idempotency_key%ROWTYPE;
  v_site site%ROWTYPE;
  v_unknown text[];
  v_lines jsonb;
  v_total int;
  v_number text;
  v_need int;
  v_take int;
  v_row record;
  v_held_rows int[] := '{}';
  v_held_quantities int[] := '{}';
  v_held_lines int[] := '{}';
  v_shortages jsonb;
  v_status order_status := 'confirming';
BEGIN
  INSERT INTO idempotency_key (client_id, key, request_hash, created_at, taken_until)
  VALUES (p_client, p_key, p_hash, p_now, p_taken_until)
  ON CONFLICT (client_id, key) DO NOTHING;
  IF NOT FOUND THEN
    SELECT * INTO v_key FROM idempotency_key WHERE client_id = p_client AND key = p_key FOR UPDATE;
    IF v_key.request_hash <> p_hash THEN RETURN jsonb_build_object('outcome', 'key-reused'); END IF;
    IF v_key.status IS NOT NULL THEN
      RETURN jsonb_build_object('outcome', 'replay', 'status', v_key.status, 'body', v_key.body, 'location', v_key.location);
    END IF;
    IF v_key.order_number IS NOT NULL OR v_key.taken_until > p_now THEN
      RETURN jsonb_build_object('outcome', 'in-flight');
    END IF;
    UPDATE idempotency_key SET taken_until = p_taken_until WHERE client_id = p_client AND key = p_key;
  END IF;

  SELECT * INTO v_site FROM site WHERE id = p_site;
  IF NOT FOUND THEN
    DELETE FROM idempotency_key WHERE client_id = p_client AND key = p_key;
    RETURN jsonb_build_object('outcome', 'unknown-site');
  END IF;

  SELECT array_agg(line.sku ORDER BY line.n) FILTER (WHERE product.sku IS NULL),
         sum(line.quantity * product.price_minor),
         jsonb_agg(jsonb_build_object('lineNumber', line.n, 'sku', line.sku, 'name', product.name,
           'quantity', line.quantity, 'unitPriceMinor', product.price_minor) ORDER BY line.n)
    INTO v_unknown, v_total, v_lines
    FROM unnest(p_skus, p_quantities) WITH ORDINALITY AS line(sku, quantity, n)
    LEFT JOIN product ON product.sku = line.sku;
  IF v_unknown IS NOT NULL THEN
    DELETE FROM idempotency_key WHERE client_id = p_client AND key = p_key;
    RETURN jsonb_build_object('outcome', 'unknown-skus', 'skus', to_jsonb(v_unknown));
  END IF;

  IF p_patient THEN
    PERFORM 1 FROM stock_line WHERE site_id = p_site AND sku = ANY (p_skus) AND held < on_hand ORDER BY id FOR UPDATE;
    SELECT jsonb_agg(jsonb_build_object('sku', wanted.sku,
             'requested', wanted.quantity, 'available', coalesce(free.units, 0)) ORDER BY wanted.n)
      INTO v_shortages
      FROM unnest(p_skus, p_quantities) WITH ORDINALITY AS wanted(sku, quantity, n)
      LEFT JOIN (SELECT sku, sum(on_hand - held) AS units FROM stock_line
                  WHERE site_id = p_site AND sku = ANY (p_skus) GROUP BY sku) free USING (sku)
     WHERE coalesce(free.units, 0) < wanted.quantity;
    IF v_shortages IS NOT NULL THEN v_status := 'refused'; END IF;
  END IF;

  -- One row at a time: a longer look ahead would lock bins that this order does not need.
  FOR v_line IN 1 .. CASE v_status WHEN 'refused' THEN 0 ELSE array_length(p_skus, 1) END LOOP
    v_need := p_quantities[v_line];
    WHILE v_need > 0 LOOP
      SELECT id, on_hand - held AS free INTO v_row FROM stock_line
       WHERE site_id = p_site AND sku = p_skus[v_line] AND held < on_hand AND id <> ALL (v_held_rows)
       ORDER BY expires_on NULLS LAST, (on_hand - held >= v_need) DESC, id
       LIMIT 1
         FOR UPDATE SKIP LOCKED;
      IF NOT FOUND THEN
        DELETE FROM idempotency_key WHERE client_id = p_client AND key = p_key;
        RETURN jsonb_build_object('outcome', 'contended');
      END IF;
      v_take := least(v_need, v_row.free);
      v_need := v_need - v_take;
      v_held_rows := v_held_rows || v_row.id;
      v_held_quantities := v_held_quantities || v_take;
      v_held_lines := v_held_lines || v_line;
    END LOOP;
  END LOOP;

  v_number := nextval('order_number_seq') || '-' || p_suffix;
  INSERT INTO orders (number, site_id, status, customer_name, customer_email, customer_phone, ship_to, currency, total_minor,
    unit_count, line_count, payment_method, payment_token, created_at, settle_at, closed_at, hold_error, traceparent)
  VALUES (v_number, p_site, v_status, p_name, p_email, p_phone, p_ship_to, v_site.currency, v_total,
    (SELECT sum(q) FROM unnest(p_quantities) AS q), array_length(p_skus, 1), p_method,
    CASE v_status WHEN 'confirming' THEN p_token END, p_now,
    CASE v_status WHEN 'confirming' THEN p_settle_at END, CASE v_status WHEN 'refused' THEN p_now END,
    (SELECT string_agg(format('%s of %s wanted, %s available', short->>'requested', short->>'sku', short->>'available'), '; ')
       FROM jsonb_array_elements(v_shortages) AS short), p_traceparent);
  INSERT INTO order_line (order_number, line_number, sku, name, quantity, unit_price_minor)
  SELECT v_number, l."lineNumber", l.sku, l.name, l.quantity, l."unitPriceMinor"
    FROM jsonb_to_recordset(v_lines) AS l("lineNumber" int, sku text, name text, quantity int, "unitPriceMinor" int);
  IF v_status = 'refused' THEN
    -- For the feed only: no function is started by it.
    INSERT INTO outbox_event (event_id, name, site_id, subject, data, traceparent, occurred_at, relayed_at)
    VALUES ('order.refused:' || v_number, 'orders/order.refused', p_site, v_number,
      jsonb_build_object('orderNumber', v_number, 'site', p_site, 'shortages', v_shortages), p_traceparent, p_now, 'epoch');
    RETURN jsonb_build_object('outcome', 'short', 'orderNumber', v_number, 'shortages', v_shortages);
  END IF;
  UPDATE stock_line SET held = held + mine.q FROM unnest(v_held_rows, v_held_quantities) AS mine(id, q)
   WHERE stock_line.id = mine.id;
  INSERT INTO stock_hold (order_number, line_number, stock_line_id, quantity)
  SELECT v_number, line, id, q FROM unnest(v_held_lines, v_held_rows, v_held_quantities) AS m(line, id, q);
  UPDATE idempotency_key SET order_number = v_number WHERE client_id = p_client AND key = p_key;

  RETURN jsonb_build_object('outcome', 'begun', 'orderNumber', v_number, 'totalMinor', v_total,
    'currency', v_site.currency, 'stepDueSeconds', v_site.step_due_seconds);
END $$;
-- end lib/orders/begin-order.sql

-- begin lib/orders/settle-order.sql
-- Second short transaction of placing an order, whoever settles it: the request itself or the sweep.
-- Placed: the payment, the deferred steps as owed rows and the outbox event, in one commit: saved means said.
-- Otherwise (declined, cancelled): the stock is released. Either way the first answer of the key is kept.
-- Returns jsonb { applied: true, version, siteId } or, when someone else settled it before, { applied: false, status, answer }.
CREATE OR REPLACE FUNCTION settle_order(
  p_number text, p_status order_status, p_now timestamptz, p_attempts int, p_provider text, p_reference text, p_reason text,
  p_kinds text[], p_due_at timestamptz[], p_answer_status int, p_answer_body text, p_answer_location text
) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_order orders%ROWTYPE;
  v_key idempotency_key%ROWTYPE;
BEGIN
  UPDATE orders SET status = p_status, version = version + 1, payment_token = NULL, settle_at = NULL, charge_error = p_reason,
         charge_attempts = charge_attempts + p_attempts,
         placed_at = CASE WHEN p_status = 'placed' THEN p_now END,
         closed_at = CASE WHEN p_status <> 'placed' THEN p_now END
   WHERE number = p_number AND status = 'confirming'
  RETURNING * INTO v_order;
  IF NOT FOUND THEN
    SELECT * INTO v_key FROM idempotency_key WHERE order_number = p_number;
    RETURN jsonb_build_object('applied', false, 'status', v_key.status, 'body', v_key.body, 'location', v_key.location);
  END IF;

  IF p_reference IS NOT NULL THEN
    INSERT INTO payment (order_number, provider, reference, state, amount_minor, currency, reason, created_at)
    VALUES (p_number, p_provider, p_reference,
      (CASE p_status WHEN 'placed' THEN 'authorised' WHEN 'declined' THEN 'declined' ELSE 'voided' END)::payment_state,
      v_order.total_minor, v_order.currency, p_reason, p_now);
  END IF;

  IF p_status = 'placed' THEN
    INSERT INTO order_step (order_number, kind, site_id, due_at)
    SELECT p_number, kind, v_order.site_id, due_at FROM unnest(p_kinds, p_due_at) AS owed(kind, due_at);
    INSERT INTO outbox_event (event_id, name, site_id, subject, data, traceparent, occurred_at)
    VALUES ('order.placed:' || p_number, 'orders/order.placed', v_order.site_id, p_number,
      jsonb_build_object('orderNumber', p_number, 'site', v_order.site_id,
        'total', jsonb_build_object('amount', v_order.total_minor, 'currency', v_order.currency),
        'lines', (SELECT jsonb_agg(jsonb_build_object('sku', sku, 'quantity', quantity) ORDER BY line_number)
                    FROM order_line WHERE order_number = p_number)), v_order.traceparent, p_now);
  ELSE
    PERFORM 1 FROM stock_line WHERE id IN (SELECT stock_line_id FROM stock_hold WHERE order_number = p_number AND state = 'held')
      ORDER BY id FOR UPDATE;
    WITH released AS (
      UPDATE stock_hold SET state = 'released' WHERE order_number = p_number AND state = 'held' RETURNING stock_line_id, quantity
    )
    UPDATE stock_line SET held = held - freed.quantity
      FROM (SELECT stock_line_id, sum(quantity) AS quantity FROM released GROUP BY stock_line_id) freed
     WHERE stock_line.id = freed.stock_line_id;
    -- For the feed only: no function is started by it.
    INSERT INTO outbox_event (event_id, name, site_id, subject, data, traceparent, occurred_at, relayed_at)
    VALUES ('order.' || p_status || ':' || p_number, 'orders/order.' || p_status, v_order.site_id, p_number,
      jsonb_build_object('orderNumber', p_number, 'site', v_order.site_id), v_order.traceparent, p_now, 'epoch');
  END IF;

  UPDATE idempotency_key SET status = p_answer_status, body = p_answer_body, location = p_answer_location
   WHERE order_number = p_number AND status IS NULL;
  RETURN jsonb_build_object('applied', true, 'version', v_order.version, 'siteId', v_order.site_id);
END $$;
-- end lib/orders/settle-order.sql
