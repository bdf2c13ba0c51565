-- CreateTable
CREATE TABLE "process_beat" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "pid" INTEGER NOT NULL,
    "version" TEXT NOT NULL,
    "commit" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "beat_at" TIMESTAMPTZ(3) NOT NULL,
    "figures" JSONB NOT NULL,

    CONSTRAINT "process_beat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "size_sample" (
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "bytes" BIGINT NOT NULL,

    CONSTRAINT "size_sample_pkey" PRIMARY KEY ("hour")
);

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
CREATE INDEX "backup_record_kind_started_at_idx" ON "backup_record"("kind", "started_at");
