-- A line that was emptied and is filled again is as old as what it is filled with.
CREATE FUNCTION stock_again() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.stocked_at := now();
  RETURN NEW;
END $$;
CREATE TRIGGER stock_line_filled_again BEFORE UPDATE OF on_hand ON stock_line
  FOR EACH ROW WHEN (OLD.on_hand = 0 AND NEW.on_hand > 0) EXECUTE FUNCTION stock_again();

-- What lies there already came with its first entry; a later one is not known apart.
UPDATE stock_line SET stocked_at = first.at
  FROM (SELECT bin_id, sku, lot, min(observed_at) AS at FROM ledger_entry WHERE quantity > 0 GROUP BY 1, 2, 3) first
 WHERE (first.bin_id, first.sku, first.lot) = (stock_line.bin_id, stock_line.sku, stock_line.lot);
