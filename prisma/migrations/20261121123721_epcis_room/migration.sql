-- AlterTable
ALTER TABLE "site" ADD COLUMN     "gln" CHAR(13);

-- CreateTable
CREATE TABLE "epcis_capture" (
    "id" UUID NOT NULL,
    "client_id" TEXT NOT NULL,
    "site_ids" TEXT[],
    "all_sites" BOOLEAN NOT NULL,
    "error_behaviour" TEXT NOT NULL,
    "document" JSONB,
    "traceparent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "success" BOOLEAN NOT NULL DEFAULT true,
    "errors" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "epcis_capture_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "epcis_event" (
    "id" BIGSERIAL NOT NULL,
    "event_id" TEXT NOT NULL,
    "identity" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "context" JSONB,
    "type" TEXT NOT NULL,
    "event_time" TIMESTAMPTZ(3) NOT NULL,
    "record_time" TIMESTAMPTZ(3) NOT NULL,
    "action" TEXT,
    "biz_step" TEXT,
    "disposition" TEXT,
    "dispositions_set" TEXT[],
    "dispositions_unset" TEXT[],
    "read_point" TEXT,
    "biz_location" TEXT,
    "parent" TEXT,
    "transformation" TEXT,
    "epcs" TEXT[],
    "input_epcs" TEXT[],
    "output_epcs" TEXT[],
    "any_epcs" TEXT[],
    "epc_classes" TEXT[],
    "input_epc_classes" TEXT[],
    "output_epc_classes" TEXT[],
    "any_epc_classes" TEXT[],
    "quantities" DECIMAL(65,30)[],
    "declared_at" TIMESTAMPTZ(3),
    "error_reason" TEXT,
    "corrective_ids" TEXT[],
    "capture_id" UUID,
    "client_id" TEXT NOT NULL,
    "site_id" TEXT,
    "traceparent" TEXT,
    "stock_events" JSONB NOT NULL DEFAULT '[]',
    "stock_told_at" TIMESTAMPTZ(3),

    CONSTRAINT "epcis_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "epcis_capture_client_id_id_idx" ON "epcis_capture"("client_id", "id");

-- CreateIndex
CREATE INDEX "epcis_capture_running" ON "epcis_capture"("created_at") WHERE (finished_at IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "epcis_event_identity_key" ON "epcis_event"("identity");

-- CreateIndex
CREATE INDEX "epcis_event_event_id_idx" ON "epcis_event"("event_id");

-- CreateIndex
CREATE INDEX "epcis_event_content_hash_idx" ON "epcis_event"("content_hash");

-- CreateIndex
CREATE INDEX "epcis_event_event_time_id_idx" ON "epcis_event"("event_time", "id");

-- CreateIndex
CREATE INDEX "epcis_event_record_time_id_idx" ON "epcis_event"("record_time", "id");

-- CreateIndex
CREATE INDEX "epcis_event_biz_step_id_idx" ON "epcis_event"("biz_step", "id");

-- CreateIndex
CREATE INDEX "epcis_event_disposition_id_idx" ON "epcis_event"("disposition", "id");

-- CreateIndex
CREATE INDEX "epcis_event_read_point_id_idx" ON "epcis_event"("read_point", "id");

-- CreateIndex
CREATE INDEX "epcis_event_biz_location_id_idx" ON "epcis_event"("biz_location", "id");

-- CreateIndex
CREATE INDEX "epcis_event_any_epcs_idx" ON "epcis_event" USING GIN ("any_epcs");

-- CreateIndex
CREATE INDEX "epcis_event_any_epc_classes_idx" ON "epcis_event" USING GIN ("any_epc_classes");

-- CreateIndex
CREATE INDEX "epcis_event_stock_owed" ON "epcis_event"("record_time") WHERE (stock_told_at IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "site_gln_key" ON "site"("gln");
