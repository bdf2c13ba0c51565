-- AlterTable
ALTER TABLE "function_pulse" ADD COLUMN     "every_seconds" INTEGER,
ADD COLUMN     "introduced_at" TIMESTAMPTZ(3) NOT NULL,
ADD COLUMN     "step" TEXT;

-- AlterTable
ALTER TABLE "order_step" ADD COLUMN     "failed_at" TIMESTAMPTZ(3);
