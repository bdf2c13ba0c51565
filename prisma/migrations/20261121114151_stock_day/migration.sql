-- AlterEnum
ALTER TYPE "hold_state" ADD VALUE 'lost';

-- CreateTable
CREATE TABLE "ledger_entry" (
    "id" BIGSERIAL NOT NULL,
    "event_row" BIGINT NOT NULL,
    "site_id" TEXT NOT NULL,
    "sku" TEXT NOT NULL,
    "bin_id" INTEGER NOT NULL,
    "lot" TEXT NOT NULL DEFAULT '',
    "expires_on" DATE,
    "quantity" INTEGER NOT NULL,
    "counted" INTEGER,
    "observed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ledger_entry_pkey" PRIMARY KEY ("id")
);

-- What the opening day wrote is split into what was told and what it changed.
INSERT INTO ledger_entry (event_row, site_id, sku, bin_id, lot, expires_on, quantity, observed_at)
SELECT id, site_id, sku, bin_id, lot, expires_on, quantity, observed_at FROM inventory_event ORDER BY id;

-- DropIndex
DROP INDEX "inventory_event_bin_id_idx";

-- DropIndex
DROP INDEX "inventory_event_site_id_sku_idx";

-- AlterTable
ALTER TABLE "inventory_event" ADD COLUMN "data" JSONB;
UPDATE inventory_event event SET type = 'stowline.inventory.received.v1', data = jsonb_strip_nulls(jsonb_build_object(
  'site', event.site_id, 'sku', event.sku, 'quantity', event.quantity, 'bin', bin.code, 'lot', nullif(event.lot, ''),
  'expiresOn', event.expires_on, 'observedAt', to_char(event.observed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
  FROM bin WHERE bin.id = event.bin_id;
ALTER TABLE "inventory_event" ALTER COLUMN "data" SET NOT NULL;
ALTER TABLE "inventory_event" DROP COLUMN "bin_id",
DROP COLUMN "expires_on",
DROP COLUMN "lot",
DROP COLUMN "quantity",
DROP COLUMN "reason",
ADD COLUMN     "traceparent" TEXT,
ADD COLUMN     "xid" BIGINT NOT NULL DEFAULT ((pg_current_xact_id())::text)::bigint;

-- AlterTable
ALTER TABLE "outbox_event" ADD COLUMN     "xid" BIGINT NOT NULL DEFAULT ((pg_current_xact_id())::text)::bigint;

-- AlterTable
ALTER TABLE "stock_line" ADD COLUMN     "shortfall" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "ledger_entry_site_id_sku_id_idx" ON "ledger_entry"("site_id", "sku", "id");

-- CreateIndex
CREATE INDEX "ledger_entry_bin_id_sku_lot_observed_at_idx" ON "ledger_entry"("bin_id", "sku", "lot", "observed_at");

-- CreateIndex
CREATE INDEX "ledger_entry_event_row_idx" ON "ledger_entry"("event_row");

-- CreateIndex
CREATE INDEX "inventory_event_site_id_sku_id_idx" ON "inventory_event"("site_id", "sku", "id");

-- CreateIndex
CREATE INDEX "inventory_event_xid_id_idx" ON "inventory_event"("xid", "id");

-- CreateIndex
CREATE INDEX "outbox_event_xid_id_idx" ON "outbox_event"("xid", "id");

-- AddForeignKey
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_event_row_fkey" FOREIGN KEY ("event_row") REFERENCES "inventory_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
