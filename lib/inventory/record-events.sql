-- What lies where once these changes are made to these lines.
CREATE OR REPLACE FUNCTION stock_after(p_lines stock_line[], p_changes stock_change[])
RETURNS TABLE (site_id text, sku text, bin_id int, lot text, expires_on date, units int, held int) LANGUAGE sql IMMUTABLE AS $$
  SELECT site_id, sku, bin_id, lot, min(expires_on), sum(units)::int, sum(held)::int FROM (
    SELECT site_id, sku, bin_id, lot, expires_on, on_hand - shortfall AS units, held FROM unnest(p_lines)
    UNION ALL
    SELECT site_id, sku, bin_id, lot, expires_on, quantity, 0 FROM unnest(p_changes)
  ) part GROUP BY site_id, sku, bin_id, lot
$$;

-- Shares takings out over what lies there, first expired first out, what nobody holds before what is held. A taking with
-- a bin takes there, one with a lot takes of that lot. What is beyond the book is owed by the bin, or by UNPLACED.
-- Takings and stock are laid end to end, each in its order; where their stretches overlap, that much comes from there.
CREATE OR REPLACE FUNCTION share_out(p_takings stock_fact[], p_lines stock_line[], p_changes stock_change[])
RETURNS stock_change[] LANGUAGE plpgsql AS $$
BEGIN
  RETURN (
    WITH taking AS (
      SELECT t.*, sum(t.quantity) OVER (PARTITION BY t.site_id, t.sku, t.take_bin, t.lot ORDER BY t.n, t.event_row) AS high
        FROM unnest(p_takings) AS t
    ), supply AS (
      SELECT pool.site_id, pool.sku, pool.take_bin, pool.lot, stock.bin_id, stock.lot AS stock_lot, stock.expires_on, slice.units,
             sum(slice.units) OVER (PARTITION BY pool.site_id, pool.sku, pool.take_bin, pool.lot
               ORDER BY slice.place, stock.expires_on NULLS LAST, stock.lot, stock.bin_id) AS high
        FROM (SELECT DISTINCT t.site_id, t.sku, t.take_bin, t.lot FROM taking t) pool
        JOIN stock_after(p_lines, p_changes) stock ON stock.sku = pool.sku AND stock.site_id = pool.site_id
         AND (pool.take_bin = 0 OR stock.bin_id = pool.take_bin) AND (pool.lot = '' OR stock.lot = pool.lot)
       CROSS JOIN LATERAL (VALUES (1, stock.units - least(stock.held, stock.units)), (2, least(stock.held, stock.units)))
          AS slice(place, units)
       WHERE slice.units > 0
    ), piece AS (
      SELECT t.event_row, t.site_id, t.sku, t.put_bin, t.put_lot, t.expires_on, t.observed_at, s.bin_id, s.stock_lot AS lot,
             s.expires_on AS stock_expires_on, least(t.high, s.high) - greatest(t.high - t.quantity, s.high - s.units) AS units
        FROM taking t JOIN supply s USING (site_id, sku, take_bin, lot)
       WHERE s.high > t.high - t.quantity AND s.high - s.units < t.high
      UNION ALL
      SELECT t.event_row, t.site_id, t.sku, t.put_bin, t.put_lot, t.expires_on, t.observed_at,
             CASE t.take_bin WHEN 0 THEN t.spare_bin ELSE t.take_bin END, t.lot, NULL,
             t.high - greatest(t.high - t.quantity, coalesce(there.units, 0))
        FROM taking t LEFT JOIN (SELECT s.site_id, s.sku, s.take_bin, s.lot, max(s.high) AS units FROM supply s GROUP BY 1, 2, 3, 4) there
             USING (site_id, sku, take_bin, lot)
       WHERE t.high > coalesce(there.units, 0)
    )
    SELECT coalesce(array_agg((event_row, site_id, sku, bin, lot, expires, units, observed_at)::stock_change), '{}') FROM (
      SELECT p.event_row, p.site_id, p.sku, p.bin_id AS bin, p.lot, p.stock_expires_on AS expires, -p.units AS units, p.observed_at
        FROM piece p
      UNION ALL
      SELECT p.event_row, p.site_id, p.sku, p.put_bin, coalesce(p.put_lot, p.lot), coalesce(p.stock_expires_on, p.expires_on), p.units,
             p.observed_at FROM piece p WHERE p.put_bin IS NOT NULL
    ) made);
END $$;

-- What is owed and can be paid: by a bin whose takings named no lot, from its lots (p_spare_bins null); by UNPLACED, from
-- any bin. Only what nobody holds pays.
CREATE OR REPLACE FUNCTION payable_debts(p_facts stock_fact[], p_lines stock_line[], p_changes stock_change[], p_spare_bins int[])
RETURNS stock_fact[] LANGUAGE plpgsql SET enable_nestloop = off AS $$
BEGIN
  RETURN (WITH stock AS MATERIALIZED (SELECT * FROM stock_after(p_lines, p_changes)), free AS (
    SELECT s.site_id, s.sku, CASE WHEN p_spare_bins IS NULL THEN s.bin_id ELSE 0 END AS bin_id, sum(s.units - s.held) AS units
      FROM stock s WHERE s.units > s.held GROUP BY 1, 2, 3
  ), debt AS (
    SELECT d.site_id, d.sku, d.bin_id, -d.units AS units FROM stock d
     WHERE d.units < 0 AND d.lot = '' AND (p_spare_bins IS NULL OR d.bin_id = ANY (p_spare_bins))
  )
  SELECT coalesce(array_agg(fact), '{}') FROM (
    SELECT cause.n, cause.event_row, cause.source, cause.event_id, cause.type, d.site_id, d.sku, NULL::jsonb, now()::timestamptz(3),
           NULL::text, least(d.units, free.units)::int, free.bin_id, d.bin_id, cause.spare_bin, NULL::int, '', '', NULL::date, NULL::text
      FROM debt d
      JOIN free ON free.site_id = d.site_id AND free.sku = d.sku AND free.bin_id IN (0, d.bin_id)
      JOIN (SELECT DISTINCT ON (f.site_id, f.sku) f.* FROM unnest(p_facts) f ORDER BY f.site_id, f.sku, f.n DESC) cause
        ON cause.site_id = d.site_id AND cause.sku = d.sku
  ) AS made(n, event_row, source, event_id, type, site_id, sku, data, observed_at, traceparent, quantity, take_bin, put_bin, spare_bin,
            count_bin, lot, put_lot, expires_on, order_number)
  CROSS JOIN LATERAL (SELECT (made.*)::stock_fact AS fact) AS cast_to_fact);
END $$;

-- A pick for an order uses its holds up: those on the picked bins first.
CREATE OR REPLACE FUNCTION use_up_holds(p_facts stock_fact[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  WITH pick AS (
    SELECT order_number, site_id, sku, sum(quantity) AS units, array_agg(take_bin) AS bins
      FROM unnest(p_facts) WHERE order_number IS NOT NULL GROUP BY order_number, site_id, sku
  ), held AS (
    SELECT hold.*, pick.units AS picked,
           sum(hold.quantity) OVER (PARTITION BY hold.order_number, line.site_id, line.sku
             ORDER BY line.bin_id = ANY (pick.bins) DESC, hold.id) - hold.quantity AS low
      FROM pick JOIN stock_hold hold ON hold.order_number = pick.order_number AND hold.state = 'held'
      JOIN stock_line line ON line.id = hold.stock_line_id AND line.site_id = pick.site_id AND line.sku = pick.sku
  ), used AS (
    SELECT *, least(quantity, picked - low)::int AS units FROM held WHERE low < picked
  ), closed AS (
    UPDATE stock_hold SET quantity = used.units, state = 'picked' FROM used WHERE stock_hold.id = used.id
  ), rest AS (
    INSERT INTO stock_hold (order_number, line_number, stock_line_id, quantity)
    SELECT order_number, line_number, stock_line_id, quantity - units FROM used WHERE units < quantity
  )
  UPDATE stock_line SET held = held - freed.units
    FROM (SELECT stock_line_id, sum(units) AS units FROM used GROUP BY stock_line_id) freed WHERE stock_line.id = freed.stock_line_id;
END $$;

-- Units that orders hold are not there (any more): their holds, the youngest first, go to other bins of the SKU, or are lost.
CREATE OR REPLACE FUNCTION rehome_holds(p_lines int[], p_excess int[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_short record;
  v_hold record;
  v_need int;
  v_take int;
  v_row record;
BEGIN
  FOR v_short IN SELECT line.*, wanted.excess FROM unnest(p_lines, p_excess) AS wanted(id, excess)
                   JOIN stock_line line USING (id) ORDER BY line.id LOOP
    FOR v_hold IN SELECT * FROM stock_hold WHERE stock_line_id = v_short.id AND state = 'held' ORDER BY id DESC LOOP
      EXIT WHEN v_short.excess = 0;
      v_need := least(v_hold.quantity, v_short.excess);
      v_short.excess := v_short.excess - v_need;
      IF v_need < v_hold.quantity THEN
        UPDATE stock_hold SET quantity = quantity - v_need WHERE id = v_hold.id;
      ELSE
        DELETE FROM stock_hold WHERE id = v_hold.id;
      END IF;
      WHILE v_need > 0 LOOP
        SELECT id, on_hand - held AS free INTO v_row FROM stock_line
         WHERE site_id = v_short.site_id AND sku = v_short.sku AND held < on_hand
         ORDER BY expires_on NULLS LAST, (on_hand - held >= v_need) DESC, id LIMIT 1;
        EXIT WHEN NOT FOUND;
        v_take := least(v_need, v_row.free);
        v_need := v_need - v_take;
        UPDATE stock_line SET held = held + v_take WHERE id = v_row.id;
        INSERT INTO stock_hold (order_number, line_number, stock_line_id, quantity)
        VALUES (v_hold.order_number, v_hold.line_number, v_row.id, v_take);
      END LOOP;
      IF v_need > 0 THEN
        INSERT INTO stock_hold (order_number, line_number, stock_line_id, quantity, state)
        VALUES (v_hold.order_number, v_hold.line_number, v_short.id, v_need, 'lost') RETURNING id INTO v_row;
        INSERT INTO outbox_event (event_id, name, site_id, subject, data, occurred_at)
        VALUES ('hold.lost:' || v_row.id, 'inventory/hold.lost', v_short.site_id, v_hold.order_number,
          jsonb_build_object('site', v_short.site_id, 'orderNumber', v_hold.order_number, 'lineNumber', v_hold.line_number,
            'sku', v_short.sku, 'quantity', v_need), now());
      END IF;
    END LOOP;
  END LOOP;
END $$;

-- Late entries are balanced against the next count of their bin, SKU and lot, and new counts against what is before them:
-- a count says what lies there, whatever is told later of earlier. Counts of one instant follow each other by source and id.
CREATE OR REPLACE FUNCTION balance_counts(p_facts stock_fact[], p_changes stock_change[]) RETURNS stock_change[] LANGUAGE plpgsql AS $$
DECLARE
  v_made stock_change[];
  v_count stock_fact;
  v_change int;
  v_next record;
BEGIN
  WITH balance AS (
    INSERT INTO ledger_entry (event_row, site_id, sku, bin_id, lot, quantity, observed_at)
    SELECT next.event_row, late.site_id, late.sku, late.bin_id, late.lot, -late.quantity, next.observed_at
      FROM unnest(p_changes) late
      JOIN LATERAL (SELECT count.event_row, count.observed_at FROM ledger_entry count JOIN inventory_event event ON event.id = count.event_row
                     WHERE count.bin_id = late.bin_id AND count.sku = late.sku AND count.lot = late.lot AND count.counted IS NOT NULL
                       AND count.observed_at > late.observed_at
                     ORDER BY count.observed_at, event.source, event.event_id LIMIT 1) next ON true
    RETURNING (event_row, site_id, sku, bin_id, lot, NULL, quantity, observed_at)::stock_change AS made
  )
  SELECT coalesce(array_agg(made), '{}') INTO v_made FROM balance;

  FOR v_count IN SELECT * FROM unnest(p_facts) WHERE count_bin IS NOT NULL ORDER BY observed_at, source, event_id LOOP
    SELECT v_count.quantity - coalesce(sum(entry.quantity), 0)
           - archived_units(v_count.site_id, v_count.count_bin, v_count.sku, v_count.lot, v_count.observed_at)
      INTO v_change FROM ledger_entry entry
     WHERE entry.bin_id = v_count.count_bin AND entry.sku = v_count.sku AND entry.lot = v_count.lot
       AND (entry.observed_at < v_count.observed_at
            OR entry.observed_at = v_count.observed_at AND EXISTS (
              SELECT 1 FROM ledger_entry count JOIN inventory_event event ON event.id = count.event_row
               WHERE count.event_row = entry.event_row AND count.counted IS NOT NULL
                 AND (event.source, event.event_id) < (v_count.source, v_count.event_id)));
    INSERT INTO ledger_entry (event_row, site_id, sku, bin_id, lot, expires_on, quantity, counted, observed_at)
    VALUES (v_count.event_row, v_count.site_id, v_count.sku, v_count.count_bin, v_count.lot, v_count.expires_on, v_change,
      v_count.quantity, v_count.observed_at);
    v_made := v_made || (v_count.event_row, v_count.site_id, v_count.sku, v_count.count_bin, v_count.lot, v_count.expires_on, v_change,
      v_count.observed_at)::stock_change;
    SELECT count.event_row, count.observed_at INTO v_next
      FROM ledger_entry count JOIN inventory_event event ON event.id = count.event_row
     WHERE count.bin_id = v_count.count_bin AND count.sku = v_count.sku AND count.lot = v_count.lot AND count.counted IS NOT NULL
       AND (count.observed_at, event.source, event.event_id) > (v_count.observed_at, v_count.source, v_count.event_id)
     ORDER BY count.observed_at, event.source, event.event_id LIMIT 1;
    CONTINUE WHEN NOT FOUND OR v_change = 0;
    INSERT INTO ledger_entry (event_row, site_id, sku, bin_id, lot, quantity, observed_at)
    VALUES (v_next.event_row, v_count.site_id, v_count.sku, v_count.count_bin, v_count.lot, -v_change, v_next.observed_at);
    v_made := v_made || (v_next.event_row, v_count.site_id, v_count.sku, v_count.count_bin, v_count.lot, NULL, -v_change,
      v_next.observed_at)::stock_change;
  END LOOP;
  RETURN v_made;
END $$;

CREATE OR REPLACE FUNCTION add_entries(p_changes stock_change[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO ledger_entry (event_row, site_id, sku, bin_id, lot, expires_on, quantity, observed_at)
  SELECT event_row, site_id, sku, bin_id, lot, expires_on, quantity, observed_at FROM unnest(p_changes) ORDER BY event_row, quantity
$$;

-- Discrepancies open and close with the shortfalls of their lines. Returns whether the outbox has something new.
CREATE OR REPLACE FUNCTION keep_discrepancies(p_next stock_next[], p_spare_bins int[]) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  v_is_said boolean;
BEGIN
  WITH found AS (
    INSERT INTO discrepancy (site_id, sku, bin_id, lot, event_row, quantity, at)
    SELECT site_id, sku, bin_id, lot, event_row, -units, now() FROM unnest(p_next) WHERE units < 0
    ON CONFLICT (bin_id, sku, lot) WHERE resolved_at IS NULL DO UPDATE SET quantity = excluded.quantity
    RETURNING *, (xmax = 0) AS is_new
  ), settled AS (
    UPDATE discrepancy SET resolved_at = now() FROM unnest(p_next) next
     WHERE next.owed > 0 AND next.units >= 0 AND discrepancy.bin_id = next.bin_id AND discrepancy.sku = next.sku
       AND discrepancy.lot = next.lot AND discrepancy.resolved_at IS NULL
  ), told AS (
    INSERT INTO outbox_event (event_id, name, site_id, subject, data, occurred_at)
    SELECT 'discrepancy.found:' || found.id, 'inventory/discrepancy.found', found.site_id, found.sku,
           jsonb_build_object('discrepancy', found.id::text, 'site', found.site_id, 'sku', found.sku, 'lot', found.lot, 'quantity', found.quantity,
             'bin', CASE WHEN found.bin_id = ANY (p_spare_bins) THEN NULL ELSE bin.code END), now()
      FROM found JOIN bin ON bin.id = found.bin_id WHERE found.is_new RETURNING 1
  )
  SELECT EXISTS (SELECT 1 FROM told) INTO v_is_said;
  RETURN v_is_said;
END $$;

-- Stock lines become what the changes make of them, discrepancies open and close with their shortfalls. Returns whether
-- the outbox has something new.
CREATE OR REPLACE FUNCTION change_lines(p_lines stock_line[], p_changes stock_change[], p_spare_bins int[], p_wide boolean)
RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  v_next stock_next[];
  v_is_changed boolean;
  v_is_added boolean;
  v_is_owed boolean;
  v_is_said boolean := false;
  v_ids int[];
  v_excess int[];
BEGIN
  WITH change AS (
    SELECT bin_id, sku, lot, min(site_id) AS site_id, sum(quantity)::int AS units, max(event_row) AS event_row,
           min(expires_on) FILTER (WHERE quantity > 0) AS expires_on
      FROM unnest(p_changes) GROUP BY bin_id, sku, lot HAVING sum(quantity) <> 0
  ), next AS (
    SELECT line.id, change.site_id, sku, bin_id, lot, change.event_row,
           CASE WHEN line.on_hand > 0 THEN least(line.expires_on, change.expires_on)
                ELSE coalesce(change.expires_on, line.expires_on) END AS expires_on,
           coalesce(line.on_hand - line.shortfall, 0) + change.units AS units, coalesce(line.held, 0) AS held,
           coalesce(line.shortfall, 0) AS owed
      FROM change LEFT JOIN unnest(p_lines) line USING (bin_id, sku, lot)
  )
  SELECT array_agg(next::stock_next), bool_or(id IS NOT NULL), bool_or(id IS NULL), bool_or(units < 0 OR owed > 0),
         array_agg(id) FILTER (WHERE held > greatest(units, 0)), array_agg(held - greatest(units, 0)) FILTER (WHERE held > greatest(units, 0))
    INTO v_next, v_is_changed, v_is_added, v_is_owed, v_ids, v_excess FROM next;

  -- Each statement costs as much as recording an event, rows or none; so does the trigger that it fires.
  IF v_is_changed THEN
    UPDATE stock_line SET on_hand = greatest(next.units, 0), shortfall = greatest(-next.units, 0), expires_on = next.expires_on,
           held = least(next.held, greatest(next.units, 0)),
           stocked_at = CASE WHEN stock_line.on_hand = 0 AND next.units > 0 THEN now() ELSE stock_line.stocked_at END
      FROM unnest(v_next) next WHERE stock_line.id = next.id;
  END IF;
  IF v_is_added THEN
    INSERT INTO stock_line (site_id, sku, bin_id, lot, expires_on, on_hand, shortfall)
    SELECT site_id, sku, bin_id, lot, expires_on, greatest(units, 0), greatest(-units, 0) FROM unnest(v_next) WHERE id IS NULL;
  END IF;
  IF v_is_owed THEN v_is_said := keep_discrepancies(v_next, p_spare_bins); END IF;

  IF v_ids IS NULL THEN RETURN v_is_said; END IF;
  -- Their new places are not locked yet, and locks are taken in one order only: all over again, with all of them.
  IF NOT p_wide THEN RAISE EXCEPTION 'holds must move' USING ERRCODE = 'SL001'; END IF;
  PERFORM rehome_holds(v_ids, v_excess);
  RETURN true;
END $$;

-- Records a group of events: what was told, what it changes in the ledger, stock by bin, holds and discrepancies, and the
-- letters of what was rejected, in one transaction. p_sites are their sites in order, p_facts are stock_facts by their place n:
--   take_bin  where units leave: a bin, 0 for any, null for none      put_bin   where they arrive
--   lot       '' when none is named                                    put_lot   '' or null: that of what was taken
--   count_bin the bin in which so many units were counted              spare_bin UNPLACED of the site, which owes what is nowhere
-- Returns { recorded: [n], bins: { site: [bin_id] }, version, isSaid }: whatever is not recorded was known already, here or
-- earlier in the group; bins are those whose stock changed; isSaid that the outbox has something new.
-- SL001: call again with p_wide. SL002: what p_places names has changed, look up the bins again.
-- One recorder works on a site at a time, so that a taking from anywhere sees all there is, and no two wait for each other
-- crosswise. Lines are locked by id, as buyers do; buyers in a hurry skip them.
DROP FUNCTION IF EXISTS record_events(text[], json, jsonb, text, boolean);
CREATE OR REPLACE FUNCTION record_events(
  p_sites text[], p_facts stock_fact[], p_letters jsonb, p_places text, p_wide boolean
) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_facts stock_fact[];
  v_lines stock_line[];
  v_ids int[];
  v_changes stock_change[];
  v_spares int[];
  v_open stock_fact[];
  v_made stock_change[];
  v_level int;
BEGIN
  IF cardinality(p_facts) > 0 AND p_places IS DISTINCT FROM (SELECT xid::text FROM places_version) THEN
    RAISE EXCEPTION 'places changed' USING ERRCODE = 'SL002';
  END IF;
  -- A plan for few rows would compare every row of a large group with every other.
  PERFORM set_config('plan_cache_mode', CASE WHEN cardinality(p_facts) > 50 THEN 'force_custom_plan' ELSE 'force_generic_plan' END, true);
  PERFORM pg_advisory_xact_lock(hashtextextended('record_events ' || site, 0)) FROM unnest(p_sites) AS site;
  IF p_letters <> '[]' THEN PERFORM keep_dead_letters(p_letters); END IF;

  -- In the order of arrival by id; inserted in the order of the unique index, so that two sites cannot deadlock on it. What
  -- is known already is left out first: ON CONFLICT would do the same at twice the price (30 us an event instead of 17 + 4).
  -- Two sites that are told the same event at once make one of them fail by the index, and come again.
  WITH told AS MATERIALIZED (
    SELECT nextval('inventory_event_id_seq') AS id, fact.* FROM (
      SELECT * FROM (SELECT DISTINCT ON (one.source, one.event_id) one.* FROM unnest(p_facts) one
                      ORDER BY one.source, one.event_id, one.n) once
       WHERE NOT EXISTS (SELECT 1 FROM inventory_event known WHERE known.source = once.source AND known.event_id = once.event_id)
         AND NOT EXISTS (SELECT 1 FROM archived_event known WHERE known.identity = event_identity(once.source, once.event_id))
       ORDER BY n) fact
  ), kept AS (
    INSERT INTO inventory_event (id, source, event_id, type, site_id, sku, data, observed_at, recorded_at, traceparent)
    SELECT id, source, event_id, type, site_id, sku, data, observed_at, now(), traceparent FROM told ORDER BY source, event_id
  )
  SELECT array_agg((n, id, source, event_id, type, site_id, sku, NULL, observed_at, NULL, quantity, take_bin, put_bin, spare_bin,
           count_bin, lot, put_lot, expires_on, order_number)::stock_fact ORDER BY n), array_agg(DISTINCT spare_bin)
    INTO v_facts, v_spares FROM told;
  IF v_facts IS NULL THEN RETURN '{"recorded": [], "bins": {}, "version": 0, "isSaid": false}'; END IF;

  WITH wide AS (
    SELECT DISTINCT fact.site_id, fact.sku FROM unnest(v_facts) fact
     WHERE p_wide OR fact.take_bin = 0
        OR EXISTS (SELECT 1 FROM stock_line debt WHERE debt.bin_id = fact.spare_bin AND debt.sku = fact.sku AND debt.shortfall > 0)
  )
  SELECT array_agg(id) INTO v_ids FROM (
    SELECT id FROM stock_line WHERE id IN (
      SELECT line.id FROM unnest(v_facts) fact JOIN stock_line line ON line.bin_id = fact.take_bin AND line.sku = fact.sku
      UNION ALL
      SELECT line.id FROM unnest(v_facts) fact JOIN stock_line line ON line.bin_id = coalesce(fact.put_bin, fact.count_bin) AND line.sku = fact.sku
      UNION ALL
      SELECT line.id FROM wide JOIN stock_line line ON line.site_id = wide.site_id AND line.sku = wide.sku
      UNION ALL
      SELECT hold.stock_line_id FROM unnest(v_facts) fact JOIN stock_hold hold ON hold.order_number = fact.order_number AND hold.state = 'held'
    ) ORDER BY id FOR NO KEY UPDATE) locked;
  IF EXISTS (SELECT 1 FROM unnest(v_facts) WHERE order_number IS NOT NULL) THEN PERFORM use_up_holds(v_facts); END IF;
  SELECT coalesce(array_agg(line), '{}') INTO v_lines FROM stock_line line WHERE id = ANY (v_ids);

  SELECT coalesce(array_agg((event_row, site_id, sku, bin, lot, expires_on, units, observed_at)::stock_change), '{}') INTO v_changes FROM (
    SELECT event_row, site_id, sku, put_bin AS bin, lot, expires_on, quantity AS units, observed_at FROM unnest(v_facts)
     WHERE put_bin IS NOT NULL AND (take_bin IS NULL OR take_bin > 0 AND lot <> '')
    UNION ALL
    SELECT event_row, site_id, sku, take_bin, lot, NULL, -quantity, observed_at FROM unnest(v_facts) WHERE take_bin > 0 AND lot <> ''
  ) plain;
  -- Takings that leave something open, the narrowest first: in a bin, of a lot, of anything.
  FOR v_level IN 1 .. 3 LOOP
    v_open := ARRAY (SELECT fact FROM unnest(v_facts) fact WHERE v_level = CASE
      WHEN take_bin > 0 AND lot = '' THEN 1 WHEN take_bin = 0 AND lot <> '' THEN 2 WHEN take_bin = 0 THEN 3 END);
    IF v_open <> '{}' THEN v_changes := v_changes || share_out(v_open, v_lines, v_changes); END IF;
  END LOOP;
  PERFORM add_entries(v_changes);
  v_changes := v_changes || balance_counts(v_facts, v_changes);

  -- What was owed is paid as soon as there is something, by the event that brought it.
  FOR v_level IN 1 .. 2 LOOP
    -- One look spares the rest: lots are rare, and so is it that what was taken from anywhere was nowhere.
    CONTINUE WHEN NOT (
      SELECT coalesce(bool_or(units < 0 AND CASE v_level WHEN 1 THEN lot = '' ELSE bin_id = ANY (v_spares) END), false)
             AND (v_level = 2 OR bool_or(lot <> '')) FROM stock_after(v_lines, v_changes));
    v_open := payable_debts(v_facts, v_lines, v_changes, CASE v_level WHEN 2 THEN v_spares END);
    CONTINUE WHEN v_open = '{}';
    v_made := share_out(v_open, v_lines, v_changes);
    PERFORM add_entries(v_made);
    v_changes := v_changes || v_made;
  END LOOP;
  RETURN jsonb_build_object('isSaid', change_lines(v_lines, v_changes, v_spares, p_wide),
    'recorded', (SELECT jsonb_agg(n) FROM unnest(v_facts)), 'version', (SELECT max(event_row) FROM unnest(v_facts)),
    'bins', (SELECT coalesce(jsonb_object_agg(site_id, bins), '{}')
               FROM (SELECT site_id, jsonb_agg(DISTINCT bin_id) AS bins FROM unnest(v_changes) GROUP BY site_id) touched));
END $$;
