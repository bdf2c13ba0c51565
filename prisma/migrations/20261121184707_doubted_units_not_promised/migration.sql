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
-- What lies in a bin where somebody found less than the book says is not promised before the bin is counted.
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
  v_passed int[] := '{}';
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

  -- Asked first, because hardly ever a bin is in doubt; and once for the order, because rows are looked at many times.
  IF EXISTS (SELECT 1 FROM stock_count WHERE site_id = p_site AND state = 'open' AND is_owed) THEN
    SELECT coalesce(array_agg(line.id), '{}') INTO v_passed
      FROM stock_count count JOIN stock_line line ON line.bin_id = count.bin_id AND line.sku = ANY (p_skus)
     WHERE count.site_id = p_site AND count.state = 'open' AND count.is_owed AND (count.sku IS NULL OR count.sku = line.sku);
  END IF;

  IF p_patient THEN
    PERFORM 1 FROM stock_line WHERE site_id = p_site AND sku = ANY (p_skus) AND held < on_hand ORDER BY id FOR UPDATE;
    SELECT jsonb_agg(jsonb_build_object('sku', wanted.sku,
             'requested', wanted.quantity, 'available', coalesce(free.units, 0)) ORDER BY wanted.n)
      INTO v_shortages
      FROM unnest(p_skus, p_quantities) WITH ORDINALITY AS wanted(sku, quantity, n)
      LEFT JOIN (SELECT sku, sum(on_hand - held) AS units FROM stock_line
                  WHERE site_id = p_site AND sku = ANY (p_skus) AND id <> ALL (v_passed) GROUP BY sku) free USING (sku)
     WHERE coalesce(free.units, 0) < wanted.quantity;
    IF v_shortages IS NOT NULL THEN v_status := 'refused'; END IF;
  END IF;

  -- One row at a time: a longer look ahead would lock bins that this order does not need.
  FOR v_line IN 1 .. CASE v_status WHEN 'refused' THEN 0 ELSE array_length(p_skus, 1) END LOOP
    v_need := p_quantities[v_line];
    WHILE v_need > 0 LOOP
      SELECT id, on_hand - held AS free INTO v_row FROM stock_line
       WHERE site_id = p_site AND sku = p_skus[v_line] AND held < on_hand AND id <> ALL (v_passed)
       ORDER BY expires_on NULLS LAST, (on_hand - held >= v_need) DESC, id
       LIMIT 1
         FOR UPDATE SKIP LOCKED;
      IF NOT FOUND THEN
        DELETE FROM idempotency_key WHERE client_id = p_client AND key = p_key;
        RETURN jsonb_build_object('outcome', 'contended');
      END IF;
      v_take := least(v_need, v_row.free);
      v_need := v_need - v_take;
      v_passed := v_passed || v_row.id;
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
