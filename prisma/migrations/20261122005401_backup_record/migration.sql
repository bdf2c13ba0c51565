-- CreateTable
CREATE TABLE "backup_record" (
    "id" BIGSERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "bytes" BIGINT,
    "location" TEXT NOT NULL,
    "error" TEXT,

    CONSTRAINT "backup_record_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "backup_record_started_at_idx" ON "backup_record"("started_at");
