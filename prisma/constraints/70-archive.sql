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
