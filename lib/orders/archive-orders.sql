-- Moves orders of a site that are over, and were so before a moment, into the archive: the next so many after a place in their
-- order of creation. Over is: nothing is owed of it by anybody, its parcels are with their carriers, no unit is held for it.
-- An order that somebody has hold of is passed by, and found the next night. The books of its money stay where they are.
-- Returns { moved, lookedAt, createdAt, number }: how many, of how many, and the place to go on from.
CREATE OR REPLACE FUNCTION archive_orders(p_site text, p_before timestamptz, p_created_at timestamptz, p_number text, p_limit int)
RETURNS jsonb LANGUAGE plpgsql SET plan_cache_mode = force_custom_plan AS $$
DECLARE
  v_seen jsonb;
  v_numbers text[];
  v_moved bigint;
BEGIN
  WITH next AS (
    SELECT number, created_at FROM orders
     WHERE site_id = p_site AND created_at < p_before AND (created_at, number) > (p_created_at, p_number)
     ORDER BY created_at, number LIMIT p_limit
  ) SELECT jsonb_build_object('lookedAt', count(*), 'createdAt', max(created_at), 'number', (array_agg(number ORDER BY created_at, number))[count(*)]),
           array_agg(number) INTO v_seen, v_numbers FROM next;
  IF v_numbers IS NULL THEN RETURN v_seen || '{"moved": 0}'; END IF;

  SELECT array_agg(number) INTO v_numbers FROM (
    SELECT number FROM orders o
     WHERE number = ANY (v_numbers) AND settle_at IS NULL AND coalesce(closed_at, '-infinity') < p_before
       AND (status = 'shipped' OR status = 'returned' OR status = 'cancelled' OR status = 'declined' OR status = 'refused')
       AND NOT EXISTS (SELECT FROM order_step WHERE order_number = o.number AND state <> 'done' AND state <> 'failed')
       AND NOT EXISTS (SELECT FROM stock_hold WHERE order_number = o.number AND state = 'held')
       AND NOT EXISTS (SELECT FROM shipment WHERE order_number = o.number AND (handed_over_at IS NULL OR handed_over_at >= p_before))
       AND NOT EXISTS (SELECT FROM order_return WHERE order_number = o.number AND (is_owed OR at >= p_before))
       AND NOT EXISTS (SELECT FROM payment_movement WHERE order_number = o.number AND (state = 'owed' OR created_at >= p_before))
     FOR UPDATE SKIP LOCKED) over;
  IF v_numbers IS NULL THEN RETURN v_seen || '{"moved": 0}'; END IF;

  PERFORM keep_partition('orders', month, p_site) FROM (
    SELECT DISTINCT date_trunc('month', created_at AT TIME ZONE 'UTC')::date AS month FROM orders WHERE number = ANY (v_numbers)) leaf;
  WITH moved AS (
    INSERT INTO archive.orders
    SELECT number, site_id, status, created_at, customer_name, customer_email, customer_phone, total_minor, jsonb_build_object(
      'order', to_jsonb(o),
      'lines', (SELECT jsonb_agg(to_jsonb(line) ORDER BY line_number) FROM order_line line WHERE order_number = o.number),
      'steps', (SELECT jsonb_agg(to_jsonb(step)) FROM order_step step WHERE order_number = o.number),
      'holds', (SELECT jsonb_agg(to_jsonb(hold)) FROM stock_hold hold WHERE order_number = o.number),
      'shipments', (SELECT jsonb_agg(to_jsonb(parcel) || jsonb_build_object('lines', (
          SELECT jsonb_agg(to_jsonb(line)) FROM shipment_line line WHERE shipment_id = parcel.id)) ORDER BY packed_at)
        FROM shipment parcel WHERE order_number = o.number),
      'returns', (SELECT jsonb_agg(to_jsonb(back) || jsonb_build_object('lines', (
          SELECT jsonb_agg(to_jsonb(line)) FROM order_return_line line
           WHERE order_number = o.number AND operation_id = back.operation_id)) ORDER BY at)
        FROM order_return back WHERE order_number = o.number))
      FROM orders o WHERE number = ANY (v_numbers)
    RETURNING number, site_id, created_at, total_minor
  ), known AS (
    INSERT INTO archived_order SELECT number, site_id, created_at FROM moved
  ), counted AS (
    INSERT INTO archived_month AS known (kind, site_id, month, rows, sum)
    SELECT 'orders', site_id, date_trunc('month', created_at AT TIME ZONE 'UTC'), count(*), sum(total_minor) FROM moved GROUP BY 2, 3
    ON CONFLICT (kind, month, site_id) DO UPDATE SET rows = known.rows + excluded.rows, sum = known.sum + excluded.sum, dropped_at = NULL
  ) SELECT count(*) INTO v_moved FROM moved;

  DELETE FROM order_return_line WHERE order_number = ANY (v_numbers);
  DELETE FROM order_return WHERE order_number = ANY (v_numbers);
  DELETE FROM shipment_line USING shipment WHERE shipment_id = id AND order_number = ANY (v_numbers);
  DELETE FROM shipment WHERE order_number = ANY (v_numbers);
  DELETE FROM stock_hold WHERE order_number = ANY (v_numbers);
  DELETE FROM order_step WHERE order_number = ANY (v_numbers);
  DELETE FROM order_line WHERE order_number = ANY (v_numbers);
  DELETE FROM orders WHERE number = ANY (v_numbers);
  IF v_moved <> cardinality(v_numbers) THEN RAISE EXCEPTION '% of % orders were archived', v_moved, cardinality(v_numbers); END IF;
  RETURN v_seen || jsonb_build_object('moved', v_moved);
END $$;
