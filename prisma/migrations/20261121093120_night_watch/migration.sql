-- CreateEnum
CREATE TYPE "alert_severity" AS ENUM ('warning', 'critical');

-- CreateEnum
CREATE TYPE "alert_state" AS ENUM ('open', 'acknowledged', 'resolved');

-- CreateEnum
CREATE TYPE "dead_letter_state" AS ENUM ('dead', 'replaying', 'replayed', 'discarded');

-- CreateTable
CREATE TABLE "heartbeat" (
    "name" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "beat_at" TIMESTAMPTZ(3) NOT NULL,
    "trouble" TEXT,

    CONSTRAINT "heartbeat_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "function_pulse" (
    "function_id" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "succeeded_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),
    "last_error" TEXT,
    "succeeded" BIGINT NOT NULL DEFAULT 0,
    "failed" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "function_pulse_pkey" PRIMARY KEY ("function_id")
);

-- CreateTable
CREATE TABLE "alert" (
    "id" UUID NOT NULL,
    "site_id" TEXT NOT NULL,
    "queue" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "severity" "alert_severity" NOT NULL,
    "state" "alert_state" NOT NULL DEFAULT 'open',
    "cause" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "orders_affected" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "calm_since" TIMESTAMPTZ(3),
    "escalated_at" TIMESTAMPTZ(3),
    "acknowledged_at" TIMESTAMPTZ(3),
    "acknowledged_by" TEXT,
    "resolved_at" TIMESTAMPTZ(3),

    CONSTRAINT "alert_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alert_target" (
    "id" UUID NOT NULL,
    "site_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "format" TEXT NOT NULL DEFAULT 'standard',
    "secret" TEXT,
    "min_severity" "alert_severity" NOT NULL DEFAULT 'warning',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "alert_target_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alert_notice" (
    "id" UUID NOT NULL,
    "alert_id" UUID NOT NULL,
    "target_id" UUID NOT NULL,
    "event" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'owed',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "alert_notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alert_silence" (
    "site_id" TEXT NOT NULL,
    "queue" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "by" TEXT NOT NULL,

    CONSTRAINT "alert_silence_pkey" PRIMARY KEY ("site_id","queue")
);

-- CreateTable
CREATE TABLE "queue_sample" (
    "site_id" TEXT NOT NULL,
    "queue" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "waiting" INTEGER NOT NULL,
    "overdue" INTEGER NOT NULL,
    "oldest_wait_seconds" INTEGER NOT NULL,
    "per_minute" INTEGER NOT NULL,

    CONSTRAINT "queue_sample_pkey" PRIMARY KEY ("site_id","queue","at")
);

-- CreateTable
CREATE TABLE "dead_letter" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "site_id" TEXT,
    "queue" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "error" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "history" JSONB NOT NULL DEFAULT '[]',
    "state" "dead_letter_state" NOT NULL DEFAULT 'dead',
    "replay_at" TIMESTAMPTZ(3),
    "replays" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "dead_letter_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "alert_site_id_opened_at_id_idx" ON "alert"("site_id", "opened_at" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "alert_unresolved" ON "alert"("site_id", "queue", "topic") WHERE (state <> 'resolved');

-- CreateIndex
CREATE UNIQUE INDEX "alert_target_site_id_kind_address_key" ON "alert_target"("site_id", "kind", "address");

-- CreateIndex
CREATE INDEX "alert_notice_owed" ON "alert_notice"("due_at") WHERE (state = 'owed');

-- CreateIndex
CREATE UNIQUE INDEX "alert_notice_alert_id_target_id_event_key" ON "alert_notice"("alert_id", "target_id", "event");

-- CreateIndex
CREATE INDEX "queue_sample_at_idx" ON "queue_sample"("at");

-- CreateIndex
CREATE UNIQUE INDEX "dead_letter_key_key" ON "dead_letter"("key");

-- CreateIndex
CREATE INDEX "dead_letter_state_created_at_id_idx" ON "dead_letter"("state", "created_at" DESC, "id");

-- CreateIndex
CREATE INDEX "dead_letter_due" ON "dead_letter"("replay_at") WHERE (replay_at IS NOT NULL);

-- CreateIndex
CREATE INDEX "order_step_finished" ON "order_step"("site_id", "kind", "finished_at") WHERE (finished_at IS NOT NULL);

-- AddForeignKey
ALTER TABLE "alert_notice" ADD CONSTRAINT "alert_notice_alert_id_fkey" FOREIGN KEY ("alert_id") REFERENCES "alert"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert_notice" ADD CONSTRAINT "alert_notice_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "alert_target"("id") ON DELETE CASCADE ON UPDATE CASCADE;
