-- By which an archived event is known again: sixteen bytes of a hash, for a billion events still no chance that two are one.
CREATE OR REPLACE FUNCTION event_identity(p_source text, p_event_id text) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT md5(length(p_source) || ' ' || p_source || p_event_id)::uuid
$$;

-- What the archived entries of a bin, SKU and lot come to before a moment. Only for a moment that the archive reaches itself
-- is it read: what came then or later is taken off again. The entries of a count of that very moment come before it.
CREATE OR REPLACE FUNCTION archived_units(p_site text, p_bin int, p_sku text, p_lot text, p_at timestamptz)
RETURNS int LANGUAGE plpgsql STABLE AS $$
DECLARE
  v_units int;
BEGIN
  SELECT units INTO v_units FROM brought_forward WHERE bin_id = p_bin AND sku = p_sku AND lot = p_lot;
  IF NOT FOUND THEN RETURN 0; END IF;
  IF p_at > (SELECT observed_until FROM ledger_archive WHERE site_id = p_site) THEN RETURN v_units; END IF;
  -- An event is told ten minutes before it happens at the most.
  RETURN v_units - (
    SELECT coalesce(sum(entry.quantity), 0) FROM archive.ledger_entry entry
     WHERE entry.site_id = p_site AND entry.bin_id = p_bin AND entry.sku = p_sku AND entry.lot = p_lot
       AND entry.recorded_at >= p_at - interval '11 minutes' AND entry.observed_at >= p_at
       AND NOT (entry.observed_at = p_at AND EXISTS (
         SELECT 1 FROM archive.ledger_entry count WHERE count.site_id = p_site AND count.recorded_at = entry.recorded_at
            AND count.event_row = entry.event_row AND count.counted IS NOT NULL)));
END $$;

-- Moves these events and all their entries, adds the entries to what is brought forward, and counts both by month.
CREATE OR REPLACE FUNCTION move_events(p_ids bigint[]) RETURNS void LANGUAGE plpgsql
SET stowline.archiving = 'on' SET plan_cache_mode = force_custom_plan AS $$
DECLARE
  v_moved bigint;
  v_gone bigint;
BEGIN
  PERFORM keep_partition(kind, month, site_id) FROM (
    SELECT DISTINCT date_trunc('month', recorded_at AT TIME ZONE 'UTC')::date AS month, site_id FROM inventory_event WHERE id = ANY (p_ids)
  ) leaf, unnest(ARRAY['inventory_event', 'ledger_entry']) kind;
  WITH entry AS (
    INSERT INTO archive.ledger_entry
    SELECT entry.id, entry.event_row, entry.site_id, entry.sku, entry.bin_id, entry.lot, entry.expires_on, entry.quantity, entry.counted,
           entry.observed_at, event.recorded_at
      FROM inventory_event event JOIN ledger_entry entry ON entry.event_row = event.id WHERE event.id = ANY (p_ids) ORDER BY entry.event_row
    RETURNING *
  ), forward AS (
    INSERT INTO brought_forward AS known (bin_id, sku, lot, site_id, units, expires_on)
    SELECT bin_id, sku, lot, min(site_id), sum(quantity), max(expires_on) FROM entry GROUP BY bin_id, sku, lot
    ON CONFLICT (bin_id, sku, lot) DO UPDATE
       SET units = known.units + excluded.units, expires_on = greatest(known.expires_on, excluded.expires_on)
  ), far AS (
    UPDATE ledger_archive SET observed_until = greatest(ledger_archive.observed_until, young.at)
      FROM (SELECT site_id, max(observed_at) AS at FROM entry GROUP BY site_id) young WHERE young.site_id = ledger_archive.site_id
  ), counted AS (
    INSERT INTO archived_month AS known (kind, site_id, month, rows, sum)
    SELECT 'ledger_entry', site_id, date_trunc('month', recorded_at AT TIME ZONE 'UTC'), count(*), sum(quantity) FROM entry GROUP BY 2, 3
    ON CONFLICT (kind, month, site_id) DO UPDATE SET rows = known.rows + excluded.rows, sum = known.sum + excluded.sum, dropped_at = NULL
  ) SELECT count(*) INTO v_moved FROM entry;
  DELETE FROM ledger_entry WHERE event_row = ANY (p_ids);
  GET DIAGNOSTICS v_gone = ROW_COUNT;
  IF v_gone <> v_moved THEN RAISE EXCEPTION '% of % entries were archived', v_moved, v_gone; END IF;

  WITH event AS (
    INSERT INTO archive.inventory_event
    SELECT id, source, event_id, type, site_id, sku, data, observed_at, recorded_at, traceparent, xid
      FROM inventory_event WHERE id = ANY (p_ids) ORDER BY id
    RETURNING *
  ), known AS (
    INSERT INTO archived_event SELECT event_identity(source, event_id), id, recorded_at FROM event
  ), counted AS (
    INSERT INTO archived_month AS known (kind, site_id, month, rows, sum, first_xid, last_xid)
    SELECT 'inventory_event', site_id, date_trunc('month', recorded_at AT TIME ZONE 'UTC'), count(*), 0, min(xid), max(xid)
      FROM event GROUP BY 2, 3
    ON CONFLICT (kind, month, site_id) DO UPDATE SET rows = known.rows + excluded.rows, dropped_at = NULL,
      first_xid = least(known.first_xid, excluded.first_xid), last_xid = greatest(known.last_xid, excluded.last_xid)
  ) SELECT count(*) INTO v_moved FROM event;
  DELETE FROM inventory_event WHERE id = ANY (p_ids);
  GET DIAGNOSTICS v_gone = ROW_COUNT;
  IF v_gone <> v_moved OR v_gone <> cardinality(p_ids) THEN
    RAISE EXCEPTION '% of % events were archived', v_moved, cardinality(p_ids);
  END IF;
END $$;

-- Moves the next events of these sites that were recorded before a moment, in the order in which they came, at most so many
-- in one transaction; returns how many, 0 when all are moved. One archiver works at a time; nobody else waits: rows of the
-- ledger have no other writers, and a reader has them in one place or in the other.
-- Of the counts of a bin, SKU and lot the last one stays: what is told later of before it is balanced against it, and so is
-- right without the earlier ones. To move those, recorders of the site are kept out for the moment: one could have chosen
-- such a count to balance against.
CREATE OR REPLACE FUNCTION archive_ledger(p_sites text[], p_before timestamptz, p_limit int) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  v_after bigint;
  v_ids bigint[];
  v_last bigint;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('archive_ledger'));
  INSERT INTO ledger_archive SELECT site, 0, '-infinity' FROM unnest(p_sites) site ON CONFLICT DO NOTHING;
  SELECT min(event_row) INTO v_after FROM ledger_archive WHERE site_id = ANY (p_sites);
  LOOP
    WITH next AS MATERIALIZED (
      SELECT id, recorded_at FROM inventory_event WHERE id > v_after AND site_id = ANY (p_sites) ORDER BY id LIMIT p_limit
    ), old AS MATERIALIZED (
      SELECT id FROM next WHERE id < coalesce((SELECT min(id) FROM next WHERE recorded_at >= p_before), 9223372036854775807)
    ) SELECT max(id), array_agg(id) FILTER (WHERE NOT EXISTS (
        SELECT 1 FROM ledger_entry WHERE event_row = old.id AND counted IS NOT NULL)) INTO v_last, v_ids FROM old;
    EXIT WHEN v_last IS NULL;
    UPDATE ledger_archive SET event_row = greatest(event_row, v_last) WHERE site_id = ANY (p_sites);
    v_after := v_last;
    CONTINUE WHEN v_ids IS NULL;
    PERFORM move_events(v_ids);
    RETURN cardinality(v_ids);
  END LOOP;

  SELECT array_agg(event_row) INTO v_ids FROM (
    SELECT event_row FROM (
      SELECT event_row, lead(event_row) OVER (PARTITION BY bin_id, entry.sku, lot ORDER BY entry.observed_at, source, event_id) AS later
        FROM ledger_entry entry JOIN inventory_event event ON event.id = event_row
       WHERE counted IS NOT NULL AND entry.site_id = ANY (p_sites) AND recorded_at < p_before) count
     WHERE later IS NOT NULL ORDER BY event_row LIMIT least(p_limit, 500)) earlier;
  IF v_ids IS NULL THEN RETURN 0; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('record_events ' || site, 0)) FROM unnest(p_sites) AS site ORDER BY site;
  PERFORM move_events(v_ids);
  RETURN cardinality(v_ids);
END $$;
