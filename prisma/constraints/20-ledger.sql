-- The book lacks units or has some, never both.
ALTER TABLE stock_line ADD CONSTRAINT stock_line_shortfall_or_on_hand CHECK (shortfall >= 0 AND (on_hand = 0 OR shortfall = 0));

-- What was told, and what it changed, is never rewritten: a correction is another event.
CREATE FUNCTION refuse_to_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: a correction is another event', TG_TABLE_NAME;
END $$;
CREATE TRIGGER inventory_event_append_only BEFORE UPDATE OR DELETE ON inventory_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite();
CREATE TRIGGER ledger_entry_append_only BEFORE UPDATE OR DELETE ON ledger_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite();

-- Processes remember ids of sites, products and bins; what is new they ask for, what changes makes them forget.
CREATE FUNCTION places_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO places_version (id, xid) VALUES (1, pg_current_xact_id()::text::bigint)
  ON CONFLICT (id) DO UPDATE SET xid = excluded.xid;
  RETURN NULL;
END $$;
CREATE TRIGGER site_changed AFTER DELETE OR TRUNCATE ON site FOR EACH STATEMENT EXECUTE FUNCTION places_changed();
CREATE TRIGGER product_changed AFTER UPDATE OF sku, gtin ON product FOR EACH STATEMENT EXECUTE FUNCTION places_changed();
CREATE TRIGGER product_removed AFTER DELETE OR TRUNCATE ON product FOR EACH STATEMENT EXECUTE FUNCTION places_changed();
CREATE TRIGGER bin_changed AFTER UPDATE OF code, site_id ON bin FOR EACH STATEMENT EXECUTE FUNCTION places_changed();
CREATE TRIGGER bin_removed AFTER DELETE OR TRUNCATE ON bin FOR EACH STATEMENT EXECUTE FUNCTION places_changed();

-- One resolved event on its way through record_events (lib/inventory/record-events.ts says what its members mean).
CREATE TYPE stock_fact AS (
  n int, event_row bigint, source text, event_id text, type text, site_id text, sku text, data jsonb, observed_at timestamptz(3),
  traceparent text, quantity int, take_bin int, put_bin int, spare_bin int, count_bin int, lot text, put_lot text,
  expires_on date, order_number text
);
-- A ledger entry that is about to be.
CREATE TYPE stock_change AS (
  event_row bigint, site_id text, sku text, bin_id int, lot text, expires_on date, quantity int, observed_at timestamptz(3)
);
