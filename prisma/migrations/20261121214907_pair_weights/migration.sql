-- AlterTable
ALTER TABLE "basket_count" ADD COLUMN     "weight" DOUBLE PRECISION NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "pair_count" ADD COLUMN     "weight" DOUBLE PRECISION NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "counted_basket_counted_at_idx" ON "counted_basket"("counted_at");

-- begin prisma/constraints/60-pair-weights.sql
-- What was counted before weights: as baskets of ten items, placed on the day that weighs 1.
UPDATE basket_count SET weight = baskets / 9.0;
UPDATE pair_count SET weight = baskets / 9.0;
-- end prisma/constraints/60-pair-weights.sql
