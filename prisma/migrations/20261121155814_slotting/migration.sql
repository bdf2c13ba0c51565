-- CreateEnum
CREATE TYPE "slotting_move_state" AS ENUM ('proposed', 'accepted', 'dismissed', 'done');

-- CreateTable
CREATE TABLE "slotting_advice" (
    "site_id" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "computed_at" TIMESTAMPTZ(3) NOT NULL,
    "result" JSONB NOT NULL,

    CONSTRAINT "slotting_advice_pkey" PRIMARY KEY ("site_id","day")
);

-- CreateTable
CREATE TABLE "slotting_move" (
    "id" UUID NOT NULL,
    "site_id" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "seq" INTEGER NOT NULL,
    "move" JSONB NOT NULL,
    "state" "slotting_move_state" NOT NULL DEFAULT 'proposed',
    "told" INTEGER NOT NULL DEFAULT 0,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "slotting_move_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "slotting_move_site_id_day_idx" ON "slotting_move"("site_id", "day");

-- CreateIndex
CREATE INDEX "slotting_move_decided" ON "slotting_move"("site_id", "state");

-- AddForeignKey
ALTER TABLE "slotting_move" ADD CONSTRAINT "slotting_move_site_id_day_fkey" FOREIGN KEY ("site_id", "day") REFERENCES "slotting_advice"("site_id", "day") ON DELETE CASCADE ON UPDATE CASCADE;
