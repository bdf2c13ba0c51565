-- CreateEnum
CREATE TYPE "reorder_state" AS ENUM ('proposed', 'approved', 'sent', 'received', 'dismissed');

-- CreateTable
CREATE TABLE "supply_term" (
    "site_id" TEXT NOT NULL,
    "sku" TEXT NOT NULL,
    "supplier" TEXT NOT NULL,
    "lead_days" DOUBLE PRECISION NOT NULL,
    "lead_sd_days" DOUBLE PRECISION NOT NULL,
    "review_days" INTEGER NOT NULL,
    "order_weekdays" INTEGER[],
    "pack_units" INTEGER NOT NULL,
    "minimum_packs" INTEGER NOT NULL,
    "shelf_life_days" INTEGER,
    "service_level" DOUBLE PRECISION NOT NULL,
    "unit_cost_minor" INTEGER NOT NULL,

    CONSTRAINT "supply_term_pkey" PRIMARY KEY ("site_id","sku")
);

-- CreateTable
CREATE TABLE "reorder" (
    "id" UUID NOT NULL,
    "site_id" TEXT NOT NULL,
    "sku" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "state" "reorder_state" NOT NULL DEFAULT 'proposed',
    "supplier" TEXT NOT NULL,
    "proposed" INTEGER NOT NULL,
    "quantity" INTEGER NOT NULL,
    "pack_units" INTEGER NOT NULL,
    "unit_cost_minor" INTEGER NOT NULL,
    "stock_out_on" DATE,
    "outlook" JSONB NOT NULL,
    "because" TEXT NOT NULL,
    "computed_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "order_id" UUID,
    "sent_at" TIMESTAMPTZ(3),
    "expected_on" DATE,
    "received_units" INTEGER NOT NULL DEFAULT 0,
    "received_at" TIMESTAMPTZ(3),

    CONSTRAINT "reorder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reorder_run" (
    "site_id" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "forecast_at" TIMESTAMPTZ(3) NOT NULL,
    "computed_at" TIMESTAMPTZ(3) NOT NULL,
    "proposed" INTEGER NOT NULL,

    CONSTRAINT "reorder_run_pkey" PRIMARY KEY ("site_id","day")
);

-- CreateTable
CREATE TABLE "receipt_mark" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "xid" BIGINT NOT NULL,
    "row" BIGINT NOT NULL,

    CONSTRAINT "receipt_mark_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "reorder_site_id_state_stock_out_on_idx" ON "reorder"("site_id", "state", "stock_out_on");

-- CreateIndex
CREATE UNIQUE INDEX "reorder_site_id_sku_day_key" ON "reorder"("site_id", "sku", "day");
