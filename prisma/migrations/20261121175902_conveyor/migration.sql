-- CreateEnum
CREATE TYPE "lane_state" AS ENUM ('open', 'closed', 'full');

-- CreateEnum
CREATE TYPE "box_kind" AS ENUM ('tote', 'parcel');

-- CreateEnum
CREATE TYPE "box_state" AS ENUM ('expected', 'arrived', 'lost', 'cancelled');

-- CreateEnum
CREATE TYPE "divert_outcome" AS ENUM ('diverted', 'missed', 'lost');

-- CreateTable
CREATE TABLE "conveyor_plan" (
    "site_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "topology" JSONB NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "conveyor_plan_pkey" PRIMARY KEY ("site_id")
);

-- CreateTable
CREATE TABLE "conveyor_lane" (
    "site_id" TEXT NOT NULL,
    "lane" TEXT NOT NULL,
    "state" "lane_state" NOT NULL,
    "changed_by" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "conveyor_lane_pkey" PRIMARY KEY ("site_id","lane")
);

-- CreateTable
CREATE TABLE "conveyor_box" (
    "site_id" TEXT NOT NULL,
    "barcode" TEXT NOT NULL,
    "kind" "box_kind" NOT NULL,
    "order_number" TEXT,
    "tour_id" UUID,
    "destination" TEXT NOT NULL,
    "promised_at" TIMESTAMPTZ(3),
    "state" "box_state" NOT NULL DEFAULT 'expected',
    "lane" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "conveyor_box_pkey" PRIMARY KEY ("site_id","barcode")
);

-- CreateTable
CREATE TABLE "divert_decision" (
    "id" UUID NOT NULL,
    "site_id" TEXT NOT NULL,
    "sorter" TEXT NOT NULL,
    "scanner" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "barcode" TEXT,
    "order_number" TEXT,
    "action" TEXT NOT NULL,
    "lane" TEXT,
    "because" TEXT NOT NULL,
    "scanned_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "deadline_ms" INTEGER NOT NULL,
    "elapsed_micros" INTEGER NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "outcome" "divert_outcome",
    "actual_lane" TEXT,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "divert_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sorter_owner" (
    "site_id" TEXT NOT NULL,
    "sorter" TEXT NOT NULL,
    "owner" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sorter_owner_pkey" PRIMARY KEY ("site_id","sorter")
);

-- CreateIndex
CREATE INDEX "conveyor_box_site_id_changed_at_idx" ON "conveyor_box"("site_id", "changed_at");

-- CreateIndex
CREATE INDEX "conveyor_box_order_number_idx" ON "conveyor_box"("order_number");

-- CreateIndex
CREATE INDEX "divert_decision_site_id_decided_at_idx" ON "divert_decision"("site_id", "decided_at" DESC);

-- CreateIndex
CREATE INDEX "divert_decision_of_box" ON "divert_decision"("site_id", "barcode", "decided_at" DESC);

-- CreateIndex
CREATE INDEX "divert_decision_of_order" ON "divert_decision"("order_number") WHERE (order_number IS NOT NULL);

-- CreateIndex
CREATE INDEX "divert_decision_unconfirmed" ON "divert_decision"("site_id", "decided_at") WHERE (outcome IS NULL);

-- AddForeignKey
ALTER TABLE "conveyor_plan" ADD CONSTRAINT "conveyor_plan_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE CASCADE;
