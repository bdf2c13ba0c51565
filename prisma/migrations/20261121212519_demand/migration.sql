-- CreateTable
CREATE TABLE "demand_day" (
    "site_id" TEXT NOT NULL,
    "sku" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "ordered" INTEGER NOT NULL DEFAULT 0,
    "sold" INTEGER NOT NULL DEFAULT 0,
    "refused" INTEGER NOT NULL DEFAULT 0,
    "shorted" INTEGER NOT NULL DEFAULT 0,
    "out_of_stock_minutes" INTEGER NOT NULL DEFAULT 0,
    "revenue_minor" BIGINT NOT NULL DEFAULT 0,
    "is_imported" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "demand_day_pkey" PRIMARY KEY ("site_id","sku","day")
);

-- CreateTable
CREATE TABLE "forecast" (
    "site_id" TEXT NOT NULL,
    "sku" TEXT NOT NULL,
    "made_on" DATE NOT NULL,
    "method" TEXT NOT NULL,
    "mean" DOUBLE PRECISION[],
    "lower" DOUBLE PRECISION[],
    "upper" DOUBLE PRECISION[],
    "sum_sd" DOUBLE PRECISION[],
    "rmsse" DOUBLE PRECISION,
    "naive_rmsse" DOUBLE PRECISION,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "forecast_pkey" PRIMARY KEY ("site_id","sku")
);

-- CreateIndex
CREATE INDEX "demand_day_site_id_day_idx" ON "demand_day"("site_id", "day");
