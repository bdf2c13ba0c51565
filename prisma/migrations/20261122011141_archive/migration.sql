-- CreateTable
CREATE TABLE "archive_term" (
    "site_id" TEXT NOT NULL,
    "ledger_months" INTEGER NOT NULL,
    "order_months" INTEGER NOT NULL,
    "keep_months" INTEGER NOT NULL,

    CONSTRAINT "archive_term_pkey" PRIMARY KEY ("site_id")
);

-- CreateTable
CREATE TABLE "ledger_archive" (
    "site_id" TEXT NOT NULL,
    "event_row" BIGINT NOT NULL,
    "observed_until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ledger_archive_pkey" PRIMARY KEY ("site_id")
);

-- CreateTable
CREATE TABLE "brought_forward" (
    "bin_id" INTEGER NOT NULL,
    "sku" TEXT NOT NULL,
    "lot" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "units" INTEGER NOT NULL,
    "forgotten" INTEGER NOT NULL DEFAULT 0,
    "expires_on" DATE,

    CONSTRAINT "brought_forward_pkey" PRIMARY KEY ("bin_id","sku","lot")
);

-- CreateTable
CREATE TABLE "archived_event" (
    "identity" UUID NOT NULL,
    "id" BIGINT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "archived_event_pkey" PRIMARY KEY ("identity")
);

-- CreateTable
CREATE TABLE "archived_order" (
    "number" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "archived_order_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "archived_month" (
    "kind" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "month" DATE NOT NULL,
    "rows" BIGINT NOT NULL,
    "sum" BIGINT NOT NULL,
    "first_xid" BIGINT,
    "last_xid" BIGINT,
    "dropped_at" TIMESTAMPTZ(3),

    CONSTRAINT "archived_month_pkey" PRIMARY KEY ("kind","month","site_id")
);

-- CreateIndex
CREATE INDEX "brought_forward_site_id_sku_idx" ON "brought_forward"("site_id", "sku");

-- CreateIndex
CREATE INDEX "archived_month_last_xid_idx" ON "archived_month"("last_xid");

-- begin prisma/constraints/70-archive.sql
-- Closed months lie in a schema of their own, in tables partitioned by month and then by site: retention and the feed go by
-- month, everything else names both. 10 years of 100 sites are 12,000 leaves a table, of which a question opens one to a few;
-- site first would make the feed open 100 parents for each page. Partitions are no foreign key's end, and know only cheap
-- indexes: one value's rows of a month are few enough to sort, so that an index needs no second column and compresses.
CREATE SCHEMA archive;

CREATE TABLE archive.inventory_event (
  id bigint NOT NULL, source text NOT NULL, event_id text NOT NULL, type text NOT NULL, site_id text NOT NULL, sku text NOT NULL,
  data jsonb NOT NULL, observed_at timestamptz(3) NOT NULL, recorded_at timestamptz(3) NOT NULL, traceparent text, xid bigint NOT NULL
) PARTITION BY RANGE (recorded_at);
CREATE INDEX ON archive.inventory_event (xid, id);
-- Rows come nearly in the order of their ids: an id is in a few pages.
CREATE INDEX ON archive.inventory_event USING brin (id) WITH (pages_per_range = 16);

CREATE TABLE archive.ledger_entry (
  id bigint NOT NULL, event_row bigint NOT NULL, site_id text NOT NULL, sku text NOT NULL, bin_id int NOT NULL, lot text NOT NULL,
  expires_on date, quantity int NOT NULL, counted int, observed_at timestamptz(3) NOT NULL,
  -- Its event's, so that both lie in the same month.
  recorded_at timestamptz(3) NOT NULL
) PARTITION BY RANGE (recorded_at);
CREATE INDEX ON archive.ledger_entry (sku);
CREATE INDEX ON archive.ledger_entry (bin_id);
CREATE INDEX ON archive.ledger_entry USING brin (event_row) WITH (pages_per_range = 16);

CREATE TABLE archive.orders (
  number text NOT NULL, site_id text NOT NULL, status order_status NOT NULL, created_at timestamptz(3) NOT NULL,
  customer_name text NOT NULL, customer_email text NOT NULL, customer_phone text, total_minor int NOT NULL,
  -- The rows of the order and all that is the orders' own of it, by their tables.
  document jsonb NOT NULL
) PARTITION BY RANGE (created_at);
CREATE INDEX ON archive.orders (upper(number) text_pattern_ops);
CREATE INDEX ON archive.orders (lower(customer_email) text_pattern_ops);
CREATE INDEX ON archive.orders (reverse(regexp_replace(customer_phone, '\D', '', 'g')) text_pattern_ops);
CREATE INDEX ON archive.orders USING gin (customer_name gin_trgm_ops);

-- The book of a bin: its entries, and what the archived ones come to, as of before all time.
CREATE VIEW ledger_book AS
  SELECT site_id, sku, bin_id, lot, expires_on, quantity, observed_at FROM ledger_entry
  UNION ALL
  SELECT site_id, sku, bin_id, lot, expires_on, units, '-infinity' FROM brought_forward;

-- Nothing of the ledger is rewritten, and nothing leaves it but into the archive, by archive_ledger().
CREATE OR REPLACE FUNCTION refuse_to_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('stowline.archiving', true) = 'on' THEN RETURN NULL; END IF;
  RAISE EXCEPTION '% is append-only: a correction is another event', TG_TABLE_NAME;
END $$;
-- end prisma/constraints/70-archive.sql

-- begin lib/inventory/archive-ledger.sql
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
-- end lib/inventory/archive-ledger.sql

-- begin lib/inventory/forget-ledger-month.sql
-- Drops a month of a site from the ledger's archive. What its entries came to stays in what is brought forward, marked as
-- forgotten, so that the others can still be told anew from there; a retold event of it is a new one.
CREATE OR REPLACE FUNCTION forget_ledger_month(p_site text, p_month date) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_from timestamptz := p_month::timestamp AT TIME ZONE 'UTC';
  v_until timestamptz := (p_month + interval '1 month') AT TIME ZONE 'UTC';
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('archive_ledger'));
  UPDATE brought_forward SET forgotten = forgotten + gone.units
    FROM (SELECT bin_id, sku, lot, sum(quantity) AS units FROM archive.ledger_entry
           WHERE site_id = p_site AND recorded_at >= v_from AND recorded_at < v_until GROUP BY bin_id, sku, lot) gone
   WHERE brought_forward.bin_id = gone.bin_id AND brought_forward.sku = gone.sku AND brought_forward.lot = gone.lot;
  DELETE FROM archived_event USING archive.inventory_event event
   WHERE identity = event_identity(event.source, event.event_id) AND event.site_id = p_site
     AND event.recorded_at >= v_from AND event.recorded_at < v_until;
  PERFORM drop_partition('ledger_entry', p_month, p_site);
  PERFORM drop_partition('inventory_event', p_month, p_site);
END $$;
-- end lib/inventory/forget-ledger-month.sql

-- begin lib/inventory/record-events.sql
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
-- end lib/inventory/record-events.sql

-- begin lib/orders/archive-orders.sql
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
-- end lib/orders/archive-orders.sql

-- begin lib/orders/forget-order-month.sql
-- Drops a month of a site from the archive of orders.
CREATE OR REPLACE FUNCTION forget_order_month(p_site text, p_month date) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM archived_order WHERE site_id = p_site AND created_at >= p_month::timestamp AT TIME ZONE 'UTC'
     AND created_at < (p_month + interval '1 month') AT TIME ZONE 'UTC';
  PERFORM drop_partition('orders', p_month, p_site);
END $$;
-- end lib/orders/forget-order-month.sql

-- begin lib/platform/keep-partition.sql
-- Makes the partition of a month and a site, where it is not there yet. Tables are made beside and then attached, which
-- stops no reader; two that make the same one take turns.
CREATE OR REPLACE FUNCTION keep_partition(p_table text, p_month date, p_site text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_month text := format('%s_%s', p_table, to_char(p_month, 'YYYYMM'));
  v_leaf text := partition_of(p_table, p_month, p_site);
BEGIN
  IF to_regclass(format('archive.%I', v_leaf)) IS NOT NULL THEN RETURN; END IF;
  PERFORM pg_advisory_xact_lock(hashtext('keep_partition'));
  IF to_regclass(format('archive.%I', v_month)) IS NULL THEN
    EXECUTE format('CREATE TABLE archive.%I (LIKE archive.%I) PARTITION BY LIST (site_id)', v_month, p_table);
    EXECUTE format('ALTER TABLE archive.%I ATTACH PARTITION archive.%I FOR VALUES FROM (%L) TO (%L)', p_table, v_month,
      p_month::timestamp AT TIME ZONE 'UTC', (p_month + interval '1 month') AT TIME ZONE 'UTC');
  END IF;
  IF to_regclass(format('archive.%I', v_leaf)) IS NOT NULL THEN RETURN; END IF;
  -- Rows are written once: pages are filled, and vacuum has little to do but freeze them.
  EXECUTE format('CREATE TABLE archive.%I (LIKE archive.%I)', v_leaf, v_month);
  EXECUTE format('ALTER TABLE archive.%I ATTACH PARTITION archive.%I FOR VALUES IN (%L)', v_month, v_leaf, p_site);
END $$;

-- A site's code may be anything, a table's name may not: told apart by its hash, read by its beginning.
CREATE OR REPLACE FUNCTION partition_of(p_table text, p_month date, p_site text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT format('%s_%s_%s_%s', p_table, to_char(p_month, 'YYYYMM'), left(lower(regexp_replace(p_site, '\W', '_', 'g')), 20),
    left(md5(p_site), 6))
$$;

-- Drops the partition of a month and a site, and says so in the list of months. Whoever reads the month's table right now is
-- waited for, and nobody else.
CREATE OR REPLACE FUNCTION drop_partition(p_table text, p_month date, p_site text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('DROP TABLE archive.%I', partition_of(p_table, p_month, p_site));
  UPDATE archived_month SET dropped_at = now(), rows = 0, sum = 0 WHERE kind = p_table AND month = p_month AND site_id = p_site;
END $$;
-- end lib/platform/keep-partition.sql

-- begin lib/replenishment/fold-demand.sql
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
-- end lib/replenishment/fold-demand.sql
