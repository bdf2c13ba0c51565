-- Stock of a SKU over all its bins. A row that all bins of a SKU share would make every buyer of a popular item wait for
-- the one before, and lock each other out over two of them. So whoever changes stock only adds a mark, in the same
-- transaction and without an index to meet at, and whoever reads levels folds what is marked first.
CREATE OR REPLACE FUNCTION mark_stock_levels() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO stock_level_mark (site_id, sku) SELECT DISTINCT site_id, sku FROM changed;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER stock_line_added AFTER INSERT ON stock_line
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_stock_levels();
CREATE OR REPLACE TRIGGER stock_line_changed AFTER UPDATE ON stock_line
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_stock_levels();
CREATE OR REPLACE TRIGGER stock_line_removed AFTER DELETE ON stock_line
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_stock_levels();

-- Adds marked SKUs up anew from their lines; returns how many. Marks and lines are read in one statement, so a mark that
-- is taken stands for a change that is seen. One folds at a time; who waited finds the other's work done.
CREATE OR REPLACE FUNCTION fold_stock_levels() RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  v_folded int;
BEGIN
  PERFORM 1 FROM stock_level_mark LIMIT 1;
  IF NOT FOUND THEN RETURN 0; END IF;
  PERFORM pg_advisory_xact_lock(hashtext('fold_stock_levels'));
  WITH mark AS (
    DELETE FROM stock_level_mark RETURNING site_id, sku, at
  ), stale AS (
    SELECT site_id, sku, max(at) AS at FROM mark GROUP BY site_id, sku
  )
  INSERT INTO stock_level AS level
    (site_id, sku, on_hand, held, available, shortfall, bins, earliest_expiry, changed_at)
  SELECT stale.site_id, stale.sku, coalesce(sum(on_hand), 0), coalesce(sum(held), 0), coalesce(sum(on_hand - held), 0),
         coalesce(sum(shortfall), 0), count(DISTINCT bin_id) FILTER (WHERE on_hand > 0),
         min(expires_on) FILTER (WHERE on_hand > 0), max(stale.at)
    FROM stale LEFT JOIN stock_line line ON line.site_id = stale.site_id AND line.sku = stale.sku
   GROUP BY stale.site_id, stale.sku
  ON CONFLICT (site_id, sku) DO UPDATE SET on_hand = excluded.on_hand, held = excluded.held,
    available = excluded.available, shortfall = excluded.shortfall, bins = excluded.bins,
    earliest_expiry = excluded.earliest_expiry, changed_at = greatest(level.changed_at, excluded.changed_at),
    version = level.version + 1;
  GET DIAGNOSTICS v_folded = ROW_COUNT;
  RETURN v_folded;
END $$;
