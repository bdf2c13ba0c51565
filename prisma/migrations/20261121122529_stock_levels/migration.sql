-- CreateEnum
CREATE TYPE "count_state" AS ENUM ('open', 'counted', 'approved', 'rejected', 'cancelled');

-- AlterTable
ALTER TABLE "site" ADD COLUMN     "count_limit_percent" INTEGER NOT NULL DEFAULT 50,
ADD COLUMN     "count_limit_units" INTEGER NOT NULL DEFAULT 5;

-- CreateTable
CREATE TABLE "stock_count" (
    "id" UUID NOT NULL,
    "site_id" TEXT NOT NULL,
    "bin_id" INTEGER,
    "sku" TEXT,
    "is_whole_bin" BOOLEAN NOT NULL,
    "is_owed" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,
    "state" "count_state" NOT NULL DEFAULT 'open',
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_by" TEXT NOT NULL,
    "touched_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "finished_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by" TEXT,
    "decision" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "stock_count_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stock_count_line" (
    "count_id" UUID NOT NULL,
    "operation_id" TEXT NOT NULL,
    "bin_id" INTEGER NOT NULL,
    "sku" TEXT NOT NULL,
    "lot" TEXT,
    "quantity" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "number" BIGSERIAL NOT NULL,

    CONSTRAINT "stock_count_line_pkey" PRIMARY KEY ("count_id","operation_id")
);

-- CreateTable
CREATE TABLE "stock_count_result" (
    "count_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "bin_id" INTEGER NOT NULL,
    "sku" TEXT NOT NULL,
    "lot" TEXT NOT NULL,
    "counted" INTEGER NOT NULL,
    "expected" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "state" TEXT NOT NULL,

    CONSTRAINT "stock_count_result_pkey" PRIMARY KEY ("count_id","number")
);

-- CreateTable
CREATE TABLE "stock_import" (
    "id" UUID NOT NULL,
    "site_id" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'running',
    "file_hash" TEXT NOT NULL,
    "content" BYTEA,
    "total_rows" INTEGER NOT NULL,
    "rows" INTEGER NOT NULL DEFAULT 0,
    "accepted" INTEGER NOT NULL DEFAULT 0,
    "duplicates" INTEGER NOT NULL DEFAULT 0,
    "rejected" INTEGER NOT NULL DEFAULT 0,
    "bad_lines" JSONB NOT NULL DEFAULT '[]',
    "error" TEXT,
    "traceparent" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "started_by" TEXT NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "stock_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stock_level" (
    "site_id" TEXT NOT NULL,
    "sku" TEXT NOT NULL,
    "on_hand" INTEGER NOT NULL,
    "held" INTEGER NOT NULL,
    "available" INTEGER NOT NULL,
    "shortfall" INTEGER NOT NULL,
    "bins" INTEGER NOT NULL,
    "earliest_expiry" DATE,
    "low_at" INTEGER NOT NULL DEFAULT 2,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "stock_level_pkey" PRIMARY KEY ("site_id","sku")
);

-- CreateTable
CREATE TABLE "stock_level_mark" (
    "site_id" TEXT NOT NULL,
    "sku" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- CreateIndex
CREATE INDEX "stock_count_site_id_opened_at_id_idx" ON "stock_count"("site_id", "opened_at" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "stock_count_open_bin" ON "stock_count"("site_id", "bin_id") WHERE (state = 'open');

-- CreateIndex
CREATE UNIQUE INDEX "stock_count_open_sku" ON "stock_count"("site_id", "sku") WHERE (state = 'open' AND bin_id IS NULL);

-- CreateIndex
CREATE INDEX "stock_count_result_owed" ON "stock_count_result"("count_id") WHERE (state = 'owed');

-- CreateIndex
CREATE INDEX "stock_import_site_id_started_at_id_idx" ON "stock_import"("site_id", "started_at" DESC, "id");

-- CreateIndex
CREATE INDEX "stock_level_site_id_available_sku_idx" ON "stock_level"("site_id", "available", "sku");

-- CreateIndex
CREATE INDEX "stock_level_site_id_on_hand_sku_idx" ON "stock_level"("site_id", "on_hand", "sku");

-- CreateIndex
CREATE INDEX "stock_level_site_id_shortfall_sku_idx" ON "stock_level"("site_id", "shortfall", "sku");

-- CreateIndex
CREATE INDEX "stock_level_low" ON "stock_level"("site_id", "available", "sku") WHERE (available > 0 AND available <= low_at);

-- CreateIndex
CREATE INDEX "product_name_sku_idx" ON "product"("name", "sku");

-- CreateIndex
CREATE INDEX "product_name_part" ON "product" USING GIN ("name" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "product_sku_part" ON "product" USING GIN ("sku" gin_trgm_ops);

-- AddForeignKey
ALTER TABLE "stock_count_line" ADD CONSTRAINT "stock_count_line_count_id_fkey" FOREIGN KEY ("count_id") REFERENCES "stock_count"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stock_count_result" ADD CONSTRAINT "stock_count_result_count_id_fkey" FOREIGN KEY ("count_id") REFERENCES "stock_count"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- begin lib/inventory/fold-stock-levels.sql
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
-- end lib/inventory/fold-stock-levels.sql

-- What lies there already is folded by the first who reads.
INSERT INTO stock_level_mark (site_id, sku) SELECT DISTINCT site_id, sku FROM stock_line;
