-- AlterTable
ALTER TABLE "stock_line" ADD COLUMN     "stocked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- What lies there already came with its first entry; a later one is not known apart.
UPDATE stock_line SET stocked_at = first.at
  FROM (SELECT bin_id, sku, lot, min(observed_at) AS at FROM ledger_entry WHERE quantity > 0 GROUP BY 1, 2, 3) first
 WHERE (first.bin_id, first.sku, first.lot) = (stock_line.bin_id, stock_line.sku, stock_line.lot);
