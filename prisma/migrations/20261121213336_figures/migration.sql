-- CreateTable
CREATE TABLE "site_hour" (
    "site_id" TEXT NOT NULL,
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "day" DATE NOT NULL,
    "is_imported" BOOLEAN NOT NULL DEFAULT false,
    "orders_in" INTEGER NOT NULL DEFAULT 0,
    "orders_refused" INTEGER NOT NULL DEFAULT 0,
    "orders_picked" INTEGER NOT NULL DEFAULT 0,
    "orders_packed" INTEGER NOT NULL DEFAULT 0,
    "orders_shipped" INTEGER NOT NULL DEFAULT 0,
    "orders_promised" INTEGER NOT NULL DEFAULT 0,
    "orders_on_time" INTEGER NOT NULL DEFAULT 0,
    "units_wanted" INTEGER NOT NULL DEFAULT 0,
    "units_shipped" INTEGER NOT NULL DEFAULT 0,
    "lines_picked" INTEGER NOT NULL DEFAULT 0,
    "units_picked" INTEGER NOT NULL DEFAULT 0,
    "pick_seconds" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "picks_told" INTEGER NOT NULL DEFAULT 0,
    "picks_wrong" INTEGER NOT NULL DEFAULT 0,
    "units_stowed" INTEGER NOT NULL DEFAULT 0,
    "dock_seconds" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "bins_counted" INTEGER NOT NULL DEFAULT 0,
    "bins_agreed" INTEGER NOT NULL DEFAULT 0,
    "walk_metres" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "baseline_metres" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "boxes_scanned" INTEGER NOT NULL DEFAULT 0,
    "boxes_unread" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "site_hour_pkey" PRIMARY KEY ("site_id","hour")
);

-- CreateTable
CREATE TABLE "site_day" (
    "site_id" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "orders_in" INTEGER NOT NULL DEFAULT 0,
    "orders_refused" INTEGER NOT NULL DEFAULT 0,
    "orders_picked" INTEGER NOT NULL DEFAULT 0,
    "orders_packed" INTEGER NOT NULL DEFAULT 0,
    "orders_shipped" INTEGER NOT NULL DEFAULT 0,
    "orders_promised" INTEGER NOT NULL DEFAULT 0,
    "orders_on_time" INTEGER NOT NULL DEFAULT 0,
    "units_wanted" INTEGER NOT NULL DEFAULT 0,
    "units_shipped" INTEGER NOT NULL DEFAULT 0,
    "lines_picked" INTEGER NOT NULL DEFAULT 0,
    "units_picked" INTEGER NOT NULL DEFAULT 0,
    "pick_seconds" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "picks_told" INTEGER NOT NULL DEFAULT 0,
    "picks_wrong" INTEGER NOT NULL DEFAULT 0,
    "units_stowed" INTEGER NOT NULL DEFAULT 0,
    "dock_seconds" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "bins_counted" INTEGER NOT NULL DEFAULT 0,
    "bins_agreed" INTEGER NOT NULL DEFAULT 0,
    "walk_metres" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "baseline_metres" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "boxes_scanned" INTEGER NOT NULL DEFAULT 0,
    "boxes_unread" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "site_day_pkey" PRIMARY KEY ("site_id","day")
);

-- CreateTable
CREATE TABLE "day_plan" (
    "site_id" TEXT NOT NULL,
    "weekday" INTEGER NOT NULL,
    "orders" INTEGER NOT NULL,
    "curve" DOUBLE PRECISION[],
    "changed_by" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "day_plan_pkey" PRIMARY KEY ("site_id","weekday")
);

-- CreateTable
CREATE TABLE "hours_folded" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "hours_folded_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "site_hour_day_site_id_idx" ON "site_hour"("day", "site_id");

-- CreateIndex
CREATE INDEX "site_day_day_site_id_idx" ON "site_day"("day", "site_id");

-- CreateIndex
CREATE INDEX "pick_list_closed_at_idx" ON "pick_list"("closed_at");

-- CreateIndex
CREATE INDEX "shipment_handed_over_at_idx" ON "shipment"("handed_over_at");
