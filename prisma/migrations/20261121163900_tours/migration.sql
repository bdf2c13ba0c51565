-- CreateEnum
CREATE TYPE "tour_state" AS ENUM ('walking', 'done', 'given-back');

-- CreateEnum
CREATE TYPE "tour_stop_state" AS ENUM ('open', 'picked', 'short', 'cancelled');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "pick_list_state" ADD VALUE 'touring';
ALTER TYPE "pick_list_state" ADD VALUE 'picked';
ALTER TYPE "pick_list_state" ADD VALUE 'short';
ALTER TYPE "pick_list_state" ADD VALUE 'cancelled';

-- DropForeignKey
ALTER TABLE "pick_line" DROP CONSTRAINT "pick_line_pick_list_id_fkey";

-- DropIndex
DROP INDEX "pick_list_site_id_state_due_at_idx";

-- AlterTable
ALTER TABLE "pick_list" ADD COLUMN     "closed_at" TIMESTAMPTZ(3),
ADD COLUMN     "priority" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- DropTable
DROP TABLE "pick_line";

-- CreateTable
CREATE TABLE "tour" (
    "id" UUID NOT NULL,
    "site_id" TEXT NOT NULL,
    "state" "tour_state" NOT NULL DEFAULT 'walking',
    "version" INTEGER NOT NULL DEFAULT 1,
    "picker_id" TEXT NOT NULL,
    "picker_name" TEXT NOT NULL,
    "lease_until" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" TEXT,
    "start" JSONB NOT NULL,
    "end" JSONB NOT NULL,
    "at_x_metres" DOUBLE PRECISION NOT NULL,
    "at_y_metres" DOUBLE PRECISION NOT NULL,
    "walk" JSONB NOT NULL,
    "walk_metres" DOUBLE PRECISION NOT NULL,
    "baseline_metres" DOUBLE PRECISION NOT NULL,
    "lower_bound_metres" DOUBLE PRECISION NOT NULL,
    "is_optimal" BOOLEAN NOT NULL,
    "plan_version" INTEGER NOT NULL,

    CONSTRAINT "tour_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tour_tote" (
    "tour_id" UUID NOT NULL,
    "slot" INTEGER NOT NULL,
    "number" BIGSERIAL NOT NULL,
    "order_number" TEXT NOT NULL,

    CONSTRAINT "tour_tote_pkey" PRIMARY KEY ("tour_id","slot")
);

-- CreateTable
CREATE TABLE "tour_stop" (
    "tour_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "order_number" TEXT NOT NULL,
    "line_number" INTEGER NOT NULL,
    "slot" INTEGER NOT NULL,
    "stock_line_id" INTEGER NOT NULL,
    "bin_id" INTEGER NOT NULL,
    "sku" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "picked" INTEGER NOT NULL DEFAULT 0,
    "state" "tour_stop_state" NOT NULL DEFAULT 'open',
    "done_at" TIMESTAMPTZ(3),
    "short_reason" TEXT,
    "released" INTEGER NOT NULL DEFAULT 0,
    "replaces" INTEGER,

    CONSTRAINT "tour_stop_pkey" PRIMARY KEY ("tour_id","seq")
);

-- CreateTable
CREATE TABLE "pick_act" (
    "tour_id" UUID NOT NULL,
    "operation_id" TEXT NOT NULL,
    "order_number" TEXT,
    "answer" JSONB NOT NULL,
    "outcome" TEXT NOT NULL,
    "fact" JSONB,
    "is_owed" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pick_act_pkey" PRIMARY KEY ("tour_id","operation_id")
);

-- CreateTable
CREATE TABLE "picking_rules" (
    "site_id" TEXT NOT NULL,
    "on_short" TEXT NOT NULL DEFAULT 'ship',
    "cart_totes" INTEGER NOT NULL DEFAULT 8,
    "tote_volume_ml" INTEGER NOT NULL DEFAULT 45000,
    "cart_weight_grams" INTEGER NOT NULL DEFAULT 120000,
    "heavy_first" BOOLEAN NOT NULL DEFAULT false,
    "frozen_last" BOOLEAN NOT NULL DEFAULT false,
    "is_fefo" BOOLEAN NOT NULL DEFAULT true,
    "lease_minutes" INTEGER NOT NULL DEFAULT 10,

    CONSTRAINT "picking_rules_pkey" PRIMARY KEY ("site_id")
);

-- CreateIndex
CREATE INDEX "tour_lease" ON "tour"("lease_until") WHERE (state = 'walking');

-- CreateIndex
CREATE INDEX "tour_site_id_started_at_id_idx" ON "tour"("site_id", "started_at" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "tour_walking" ON "tour"("site_id", "picker_id") WHERE (state = 'walking');

-- CreateIndex
CREATE UNIQUE INDEX "tour_tote_number_key" ON "tour_tote"("number");

-- CreateIndex
CREATE INDEX "tour_tote_order_number_idx" ON "tour_tote"("order_number");

-- CreateIndex
CREATE INDEX "tour_stop_order_number_idx" ON "tour_stop"("order_number");

-- CreateIndex
CREATE INDEX "tour_stop_done_at_idx" ON "tour_stop"("done_at");

-- CreateIndex
CREATE INDEX "pick_act_owed" ON "pick_act"("order_number") WHERE (is_owed);

-- CreateIndex
CREATE INDEX "pick_act_at_idx" ON "pick_act"("at");

-- CreateIndex
CREATE INDEX "pick_list_site_id_state_priority_due_at_idx" ON "pick_list"("site_id", "state", "priority" DESC, "due_at");

-- AddForeignKey
ALTER TABLE "tour_tote" ADD CONSTRAINT "tour_tote_tour_id_fkey" FOREIGN KEY ("tour_id") REFERENCES "tour"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tour_stop" ADD CONSTRAINT "tour_stop_tour_id_fkey" FOREIGN KEY ("tour_id") REFERENCES "tour"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pick_act" ADD CONSTRAINT "pick_act_tour_id_fkey" FOREIGN KEY ("tour_id") REFERENCES "tour"("id") ON DELETE CASCADE ON UPDATE CASCADE;
