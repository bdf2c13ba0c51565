-- CreateTable
CREATE TABLE "figure_target" (
    "site_id" TEXT NOT NULL,
    "figure" TEXT NOT NULL,
    "target" DOUBLE PRECISION NOT NULL,
    "changed_by" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "figure_target_pkey" PRIMARY KEY ("site_id","figure")
);

-- CreateTable
CREATE TABLE "day_effect" (
    "site_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "factor" DOUBLE PRECISION NOT NULL,
    "days" INTEGER NOT NULL,

    CONSTRAINT "day_effect_pkey" PRIMARY KEY ("site_id","kind")
);
