-- AlterTable
ALTER TABLE "site" ADD COLUMN     "gln_prefix_digits" INTEGER NOT NULL DEFAULT 7;

-- CreateTable
CREATE TABLE "parcel" (
    "number" BIGSERIAL NOT NULL,
    "site_id" TEXT NOT NULL,
    "barcode" TEXT NOT NULL,
    "order_number" TEXT NOT NULL,
    "totes" TEXT[],
    "carrier" TEXT NOT NULL,
    "promised_at" TIMESTAMPTZ(3),
    "operation_id" TEXT,
    "packed_by" TEXT NOT NULL,
    "packed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "parcel_pkey" PRIMARY KEY ("number")
);

-- CreateIndex
CREATE UNIQUE INDEX "parcel_barcode_key" ON "parcel"("barcode");

-- CreateIndex
CREATE INDEX "parcel_order_number_idx" ON "parcel"("order_number");

-- CreateIndex
CREATE UNIQUE INDEX "parcel_site_id_operation_id_key" ON "parcel"("site_id", "operation_id");

-- CreateIndex
CREATE INDEX "divert_decision_lost" ON "divert_decision"("site_id", "decided_at") WHERE (outcome = 'lost');

-- CreateIndex
CREATE INDEX "orders_cancelled" ON "orders"("closed_at") WHERE (status = 'cancelled');
