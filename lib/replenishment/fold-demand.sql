-- Counts anew whatever day of a SKU something new was said of: an order placed, refused, cancelled or short, units that came or
-- went. What is new is told by transaction, not by the clock: a mark keeps how far it was read, always behind every open
-- transaction, so a late event finds its old day and nothing is missed. SKUs that have nothing left get today and yesterday too,
-- for nobody says anything of an empty shelf. Whole days are counted, so counting twice changes nothing. Days that were brought
-- along from elsewhere stay as they are. Returns how many rows changed.
CREATE OR REPLACE FUNCTION fold_demand(p_now timestamptz) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  v_before bigint;
  v_top bigint := pg_snapshot_xmin(pg_current_snapshot())::text::bigint;
  v_changed int;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('fold_demand'));
  SELECT xid INTO v_before FROM demand_mark WHERE id = 1;
  DROP TABLE IF EXISTS touched;
  CREATE TEMPORARY TABLE touched ON COMMIT DROP AS
  WITH told AS (
    SELECT o.site_id, l.sku, o.created_at AS at
      FROM outbox_event e JOIN orders o ON o.number = e.subject JOIN order_line l ON l.order_number = o.number
     WHERE e.xid >= coalesce(v_before, 0) AND e.xid < v_top AND e.name LIKE 'orders/order.%'
    UNION
    SELECT e.site_id, e.sku, e.observed_at FROM inventory_event e WHERE e.xid >= coalesce(v_before, 0) AND e.xid < v_top
    UNION
    SELECT o.site_id, stop.sku, o.created_at FROM tour_stop stop JOIN orders o ON o.number = stop.order_number
     WHERE stop.state = 'short' AND stop.done_at > p_now - interval '2 days'
    UNION
    SELECT site_id, sku, unnest(ARRAY[p_now, p_now - interval '1 day']) FROM stock_level
     WHERE available <= 0 AND changed_at > p_now - interval '28 days'
  ), days AS (
    SELECT DISTINCT told.site_id, told.sku, (told.at AT TIME ZONE site.time_zone)::date AS day, site.time_zone, site.created_at
      FROM told JOIN site ON site.id = told.site_id LEFT JOIN ledger_archive archive ON archive.site_id = site.id
     -- A day of which anything is archived stays as it was counted.
     WHERE (told.at AT TIME ZONE site.time_zone)::date > coalesce((archive.observed_until AT TIME ZONE site.time_zone)::date, '-infinity')
  )
  SELECT site_id, sku, day, time_zone, greatest(day::timestamp AT TIME ZONE time_zone, created_at) AS from_at,
         least((day + 1)::timestamp AT TIME ZONE time_zone, p_now) AS to_at
    FROM days;
  ANALYZE touched;

  WITH site_day AS (
    SELECT DISTINCT site_id, day, day::timestamp AT TIME ZONE time_zone AS from_at,
           (day + 1)::timestamp AT TIME ZONE time_zone AS to_at FROM touched
  ), line AS (
    SELECT d.site_id, d.day, l.sku, l.quantity, l.unit_price_minor, o.status, o.hold_error, l.order_number, l.line_number,
           -- What the house gave up for want of it was wanted all the same.
           o.status = 'cancelled' AND coalesce(o.cancel_reason, '') NOT LIKE 'Nothing was there:%' AS is_taken_back
      FROM site_day d JOIN orders o ON o.site_id = d.site_id AND o.created_at >= d.from_at AND o.created_at < d.to_at
      JOIN order_line l ON l.order_number = o.number
     WHERE o.status NOT IN ('confirming', 'declined')
  ), asked AS (
    SELECT line.site_id, line.day, line.sku,
           coalesce(sum(quantity) FILTER (WHERE status <> 'refused' AND NOT is_taken_back), 0) AS ordered,
           coalesce(sum(quantity) FILTER (WHERE status = 'refused'
             AND position(' of ' || line.sku || ' wanted,' IN coalesce(hold_error, '')) > 0), 0) AS refused,
           coalesce(sum(short.units) FILTER (WHERE NOT is_taken_back), 0) AS shorted,
           coalesce(sum(quantity::bigint * unit_price_minor) FILTER (WHERE status <> 'refused' AND NOT is_taken_back), 0) AS revenue
      FROM line LEFT JOIN LATERAL (
        SELECT sum(stop.released) AS units FROM tour_stop stop
         WHERE stop.order_number = line.order_number AND stop.line_number = line.line_number AND stop.state = 'short') short ON true
     GROUP BY line.site_id, line.day, line.sku
  ), entry AS (
    SELECT e.site_id, e.sku, e.observed_at, e.event_row, e.quantity FROM ledger_entry e
     WHERE e.observed_at >= (SELECT min(from_at) FROM touched)
       AND EXISTS (SELECT 1 FROM touched t WHERE t.site_id = e.site_id AND t.sku = e.sku)
  ), till AS (
    SELECT d.site_id, d.day, entry.sku, -sum(entry.quantity) AS sold
      FROM site_day d JOIN entry ON entry.site_id = d.site_id AND entry.observed_at >= d.from_at AND entry.observed_at < d.to_at
      JOIN inventory_event event ON event.id = entry.event_row
     WHERE event.type LIKE 'stowline.inventory.sold.%' GROUP BY 1, 2, 3
  ), stock AS (
    SELECT l.site_id, l.sku, sum(l.on_hand - l.shortfall) AS units FROM stock_line l
     WHERE EXISTS (SELECT 1 FROM touched t WHERE t.site_id = l.site_id AND t.sku = l.sku) GROUP BY 1, 2
  ), point AS (
    SELECT site_id, sku, observed_at AS at, sum(quantity) AS units FROM entry GROUP BY 1, 2, 3
    UNION ALL
    SELECT site_id, sku, min(from_at), 0 FROM touched GROUP BY 1, 2
  ), stretch AS (
    -- What lay there after each moment: what lies there now, less all that came later.
    SELECT point.site_id, point.sku, at AS from_at, coalesce(lead(at) OVER later, 'infinity') AS to_at,
           coalesce(stock.units, 0) - coalesce(sum(point.units) OVER
             (PARTITION BY point.site_id, point.sku ORDER BY at, point.units = 0 DESC ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING), 0) AS units
      FROM point LEFT JOIN stock USING (site_id, sku)
    WINDOW later AS (PARTITION BY point.site_id, point.sku ORDER BY at, point.units = 0 DESC)
  ), empty AS (
    SELECT t.site_id, t.sku, t.day,
           sum(extract(epoch FROM least(t.to_at, s.to_at) - greatest(t.from_at, s.from_at)) / 60) AS minutes
      FROM touched t JOIN stretch s ON s.site_id = t.site_id AND s.sku = t.sku AND s.units <= 0
       AND s.from_at < t.to_at AND s.to_at > t.from_at
     GROUP BY 1, 2, 3
  ), counted AS (
    SELECT t.site_id, t.sku, t.day, coalesce(ordered, 0)::int AS ordered, greatest(coalesce(sold, 0), 0)::int AS sold,
           coalesce(refused, 0)::int AS refused, coalesce(shorted, 0)::int AS shorted,
           least(floor(coalesce(minutes, 0)), 1500)::int AS minutes,
           (coalesce(revenue, 0) + greatest(coalesce(sold, 0), 0) * coalesce(product.price_minor, 0))::bigint AS revenue
      FROM touched t LEFT JOIN asked USING (site_id, sku, day) LEFT JOIN till USING (site_id, sku, day)
      LEFT JOIN empty USING (site_id, sku, day) LEFT JOIN product ON product.sku = t.sku
  ), gone AS (
    DELETE FROM demand_day d USING counted c
     WHERE d.site_id = c.site_id AND d.sku = c.sku AND d.day = c.day AND NOT d.is_imported
       AND c.ordered + c.sold + c.refused + c.shorted + c.minutes = 0
    RETURNING 1
  ), kept AS (
    INSERT INTO demand_day AS d (site_id, sku, day, ordered, sold, refused, shorted, out_of_stock_minutes, revenue_minor)
    SELECT site_id, sku, day, ordered, sold, refused, shorted, minutes, revenue FROM counted
     WHERE ordered + sold + refused + shorted + minutes > 0 ORDER BY site_id, sku, day
    ON CONFLICT (site_id, sku, day) DO UPDATE SET ordered = excluded.ordered, sold = excluded.sold, refused = excluded.refused,
      shorted = excluded.shorted, out_of_stock_minutes = excluded.out_of_stock_minutes, revenue_minor = excluded.revenue_minor
     WHERE NOT d.is_imported AND (d.ordered, d.sold, d.refused, d.shorted, d.out_of_stock_minutes, d.revenue_minor) IS DISTINCT FROM
       (excluded.ordered, excluded.sold, excluded.refused, excluded.shorted, excluded.out_of_stock_minutes, excluded.revenue_minor)
    RETURNING 1
  )
  SELECT (SELECT count(*) FROM gone) + (SELECT count(*) FROM kept) INTO v_changed;
  INSERT INTO demand_mark (id, xid) VALUES (1, v_top) ON CONFLICT (id) DO UPDATE SET xid = excluded.xid;
  RETURN v_changed;
END $$;
