-- begin prisma/constraints/00-extensions.sql
CREATE EXTENSION IF NOT EXISTS pg_trgm;
-- end prisma/constraints/00-extensions.sql

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "temperature_zone" AS ENUM ('ambient', 'chilled', 'frozen');

-- CreateEnum
CREATE TYPE "hold_state" AS ENUM ('held', 'released');

-- CreateEnum
CREATE TYPE "mail_state" AS ENUM ('sending', 'sent');

-- CreateEnum
CREATE TYPE "engine_run_status" AS ENUM ('active', 'completed', 'failed');

-- CreateEnum
CREATE TYPE "engine_job_kind" AS ENUM ('discover', 'step', 'sleep', 'cron');

-- CreateEnum
CREATE TYPE "order_status" AS ENUM ('refused', 'confirming', 'placed', 'declined', 'cancelled');

-- CreateEnum
CREATE TYPE "step_state" AS ENUM ('pending', 'running', 'retrying', 'done', 'failed');

-- CreateEnum
CREATE TYPE "payment_state" AS ENUM ('authorised', 'declined', 'voided');

-- CreateEnum
CREATE TYPE "pick_list_state" AS ENUM ('open');

-- CreateTable
CREATE TABLE "product" (
    "sku" TEXT NOT NULL,
    "gtin" CHAR(13) NOT NULL,
    "name" TEXT NOT NULL,
    "department" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "brand" TEXT NOT NULL,
    "package_size" TEXT NOT NULL,
    "temperature_zone" "temperature_zone" NOT NULL,
    "weight_grams" INTEGER NOT NULL,
    "volume_ml" INTEGER NOT NULL,
    "price_minor" INTEGER NOT NULL,

    CONSTRAINT "product_pkey" PRIMARY KEY ("sku")
);

-- CreateTable
CREATE TABLE "zone" (
    "id" SERIAL NOT NULL,
    "site_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "temperature_zone" "temperature_zone" NOT NULL,

    CONSTRAINT "zone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "aisle" (
    "id" SERIAL NOT NULL,
    "site_id" TEXT NOT NULL,
    "zone_id" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "x_metres" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "aisle_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bin" (
    "id" SERIAL NOT NULL,
    "site_id" TEXT NOT NULL,
    "aisle_id" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "side" CHAR(1) NOT NULL,
    "bay" INTEGER NOT NULL,
    "level" INTEGER NOT NULL,
    "x_metres" DOUBLE PRECISION NOT NULL,
    "y_metres" DOUBLE PRECISION NOT NULL,
    "volume_ml" INTEGER NOT NULL,
    "max_weight_grams" INTEGER NOT NULL,

    CONSTRAINT "bin_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stock_line" (
    "id" SERIAL NOT NULL,
    "site_id" TEXT NOT NULL,
    "sku" TEXT NOT NULL,
    "bin_id" INTEGER NOT NULL,
    "lot" TEXT NOT NULL DEFAULT '',
    "expires_on" DATE,
    "on_hand" INTEGER NOT NULL,
    "held" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "stock_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stock_hold" (
    "id" BIGSERIAL NOT NULL,
    "order_number" TEXT NOT NULL,
    "line_number" INTEGER NOT NULL,
    "stock_line_id" INTEGER NOT NULL,
    "quantity" INTEGER NOT NULL,
    "state" "hold_state" NOT NULL DEFAULT 'held',

    CONSTRAINT "stock_hold_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inventory_event" (
    "id" BIGSERIAL NOT NULL,
    "source" TEXT NOT NULL,
    "event_id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "sku" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "bin_id" INTEGER NOT NULL,
    "lot" TEXT NOT NULL DEFAULT '',
    "expires_on" DATE,
    "reason" TEXT,
    "observed_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "inventory_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail" (
    "id" TEXT NOT NULL,
    "order_number" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "to_address" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "state" "mail_state" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "received_mail" (
    "message_id" TEXT NOT NULL,
    "to_address" TEXT NOT NULL,
    "from_address" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "order_number" TEXT,
    "text" TEXT NOT NULL,
    "html" TEXT,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "received_mail_pkey" PRIMARY KEY ("message_id")
);

-- CreateTable
CREATE TABLE "engine_run" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "function_id" TEXT NOT NULL,
    "idempotency_key" TEXT NOT NULL,
    "event" JSONB NOT NULL,
    "traceparent" TEXT,
    "status" "engine_run_status" NOT NULL DEFAULT 'active',
    "pending_steps" INTEGER NOT NULL DEFAULT 0,
    "output" JSON,
    "error" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "engine_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "engine_step" (
    "run_id" UUID NOT NULL,
    "step_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "op" TEXT NOT NULL,
    "value" JSON,
    "pending" BOOLEAN NOT NULL,
    "ord" BIGSERIAL NOT NULL,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "engine_step_pkey" PRIMARY KEY ("run_id","step_id")
);

-- CreateTable
CREATE TABLE "engine_job" (
    "id" BIGSERIAL NOT NULL,
    "kind" "engine_job_kind" NOT NULL,
    "function_id" TEXT NOT NULL,
    "run_id" UUID,
    "step_id" TEXT,
    "cron" TEXT,
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "deliveries" INTEGER NOT NULL DEFAULT 0,
    "generation" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "lease_until" TIMESTAMPTZ(3),
    "leased_by" TEXT,
    "last_error" JSONB,

    CONSTRAINT "engine_job_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "orders" (
    "number" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "status" "order_status" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "customer_name" TEXT NOT NULL,
    "customer_email" TEXT NOT NULL,
    "customer_phone" TEXT,
    "ship_to" JSONB NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "total_minor" INTEGER NOT NULL,
    "unit_count" INTEGER NOT NULL,
    "line_count" INTEGER NOT NULL,
    "payment_method" TEXT NOT NULL,
    "payment_token" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "placed_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "charge_attempts" INTEGER NOT NULL DEFAULT 0,
    "hold_error" TEXT,
    "charge_error" TEXT,
    "settle_at" TIMESTAMPTZ(3),
    "traceparent" TEXT,

    CONSTRAINT "orders_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "order_line" (
    "order_number" TEXT NOT NULL,
    "line_number" INTEGER NOT NULL,
    "sku" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "unit_price_minor" INTEGER NOT NULL,

    CONSTRAINT "order_line_pkey" PRIMARY KEY ("order_number","line_number")
);

-- CreateTable
CREATE TABLE "order_step" (
    "order_number" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "state" "step_state" NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "claimed_until" TIMESTAMPTZ(3),
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "last_error" TEXT,

    CONSTRAINT "order_step_pkey" PRIMARY KEY ("order_number","kind")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "client_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" BYTEA NOT NULL,
    "order_number" TEXT,
    "status" INTEGER,
    "body" TEXT,
    "location" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "taken_until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("client_id","key")
);

-- CreateTable
CREATE TABLE "payment" (
    "order_number" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "state" "payment_state" NOT NULL,
    "amount_minor" INTEGER NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payment_pkey" PRIMARY KEY ("order_number")
);

-- CreateTable
CREATE TABLE "pick_list" (
    "id" UUID NOT NULL,
    "site_id" TEXT NOT NULL,
    "order_number" TEXT NOT NULL,
    "customer_name" TEXT NOT NULL,
    "state" "pick_list_state" NOT NULL DEFAULT 'open',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "due_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pick_list_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pick_line" (
    "id" BIGSERIAL NOT NULL,
    "pick_list_id" UUID NOT NULL,
    "hold_id" BIGINT NOT NULL,
    "bin_id" INTEGER NOT NULL,
    "sku" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,

    CONSTRAINT "pick_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox_event" (
    "id" BIGSERIAL NOT NULL,
    "event_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "site_id" TEXT,
    "subject" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "traceparent" TEXT,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "relayed_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "counted_basket" (
    "order_number" TEXT NOT NULL,
    "counted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "counted_basket_pkey" PRIMARY KEY ("order_number")
);

-- CreateTable
CREATE TABLE "basket_count" (
    "site_id" TEXT NOT NULL,
    "sku" TEXT NOT NULL,
    "baskets" INTEGER NOT NULL,

    CONSTRAINT "basket_count_pkey" PRIMARY KEY ("site_id","sku")
);

-- CreateTable
CREATE TABLE "pair_count" (
    "site_id" TEXT NOT NULL,
    "sku_a" TEXT NOT NULL,
    "sku_b" TEXT NOT NULL,
    "baskets" INTEGER NOT NULL,

    CONSTRAINT "pair_count_pkey" PRIMARY KEY ("site_id","sku_a","sku_b")
);

-- CreateTable
CREATE TABLE "site" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "locale" TEXT NOT NULL,
    "step_due_seconds" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "site_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "user_id" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("user_id","site_id")
);

-- CreateTable
CREATE TABLE "api_key" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "key_hash" BYTEA NOT NULL,
    "key_prefix" TEXT NOT NULL,
    "scopes" TEXT[],
    "site_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "site_id" TEXT,
    "request_id" TEXT,
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "role" TEXT NOT NULL DEFAULT 'picker',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "token" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "user_id" TEXT NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "product_gtin_key" ON "product"("gtin");

-- CreateIndex
CREATE UNIQUE INDEX "zone_site_id_code_key" ON "zone"("site_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "aisle_site_id_code_key" ON "aisle"("site_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "bin_site_id_code_key" ON "bin"("site_id", "code");

-- CreateIndex
CREATE INDEX "stock_line_site_id_sku_idx" ON "stock_line"("site_id", "sku");

-- CreateIndex
CREATE UNIQUE INDEX "stock_line_bin_id_sku_lot_key" ON "stock_line"("bin_id", "sku", "lot");

-- CreateIndex
CREATE INDEX "stock_hold_order_number_idx" ON "stock_hold"("order_number");

-- CreateIndex
CREATE INDEX "stock_hold_stock_line_id_idx" ON "stock_hold"("stock_line_id");

-- CreateIndex
CREATE INDEX "inventory_event_site_id_sku_idx" ON "inventory_event"("site_id", "sku");

-- CreateIndex
CREATE INDEX "inventory_event_bin_id_idx" ON "inventory_event"("bin_id");

-- CreateIndex
CREATE UNIQUE INDEX "inventory_event_source_event_id_key" ON "inventory_event"("source", "event_id");

-- CreateIndex
CREATE INDEX "mail_order_number_idx" ON "mail"("order_number");

-- CreateIndex
CREATE INDEX "received_mail_received_at_message_id_idx" ON "received_mail"("received_at" DESC, "message_id");

-- CreateIndex
CREATE INDEX "received_mail_order_number_idx" ON "received_mail"("order_number");

-- CreateIndex
CREATE INDEX "engine_run_ended" ON "engine_run"("ended_at") WHERE (ended_at IS NOT NULL);

-- CreateIndex
CREATE UNIQUE INDEX "engine_run_function_id_idempotency_key_key" ON "engine_run"("function_id", "idempotency_key");

-- CreateIndex
CREATE INDEX "engine_job_due_at_id_idx" ON "engine_job"("due_at", "id");

-- CreateIndex
CREATE INDEX "engine_job_run_id_idx" ON "engine_job"("run_id");

-- CreateIndex
CREATE UNIQUE INDEX "engine_job_cron" ON "engine_job"("function_id", "cron") WHERE (cron IS NOT NULL);

-- CreateIndex
CREATE INDEX "orders_site_id_created_at_number_idx" ON "orders"("site_id", "created_at" DESC, "number");

-- CreateIndex
CREATE INDEX "orders_site_id_placed_at_idx" ON "orders"("site_id", "placed_at");

-- CreateIndex
CREATE INDEX "orders_customer_email_idx" ON "orders"("customer_email");

-- CreateIndex
CREATE INDEX "orders_customer_phone_idx" ON "orders"("customer_phone");

-- CreateIndex
CREATE INDEX "orders_unsettled" ON "orders"("settle_at") WHERE (settle_at IS NOT NULL);

-- CreateIndex
CREATE INDEX "orders_customer_name_trigram" ON "orders" USING GIN ("customer_name" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "order_step_owed" ON "order_step"("site_id", "kind", "due_at") WHERE (state <> 'done');

-- CreateIndex
CREATE INDEX "idempotency_key_created_at_idx" ON "idempotency_key"("created_at");

-- CreateIndex
CREATE INDEX "idempotency_key_order_number_idx" ON "idempotency_key"("order_number");

-- CreateIndex
CREATE INDEX "payment_reference_idx" ON "payment"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "pick_list_order_number_key" ON "pick_list"("order_number");

-- CreateIndex
CREATE INDEX "pick_list_site_id_state_due_at_idx" ON "pick_list"("site_id", "state", "due_at");

-- CreateIndex
CREATE UNIQUE INDEX "pick_line_hold_id_key" ON "pick_line"("hold_id");

-- CreateIndex
CREATE INDEX "pick_line_pick_list_id_idx" ON "pick_line"("pick_list_id");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_event_event_id_key" ON "outbox_event"("event_id");

-- CreateIndex
CREATE INDEX "outbox_event_subject_idx" ON "outbox_event"("subject");

-- CreateIndex
CREATE INDEX "outbox_event_waiting" ON "outbox_event"("id") WHERE (relayed_at IS NULL);

-- CreateIndex
CREATE INDEX "pair_count_site_id_sku_b_idx" ON "pair_count"("site_id", "sku_b");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_key_hash_key" ON "api_key"("key_hash");

-- CreateIndex
CREATE INDEX "audit_entry_at_idx" ON "audit_entry"("at");

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "account_user_id_idx" ON "account"("user_id");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- AddForeignKey
ALTER TABLE "zone" ADD CONSTRAINT "zone_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "aisle" ADD CONSTRAINT "aisle_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "aisle" ADD CONSTRAINT "aisle_zone_id_fkey" FOREIGN KEY ("zone_id") REFERENCES "zone"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bin" ADD CONSTRAINT "bin_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bin" ADD CONSTRAINT "bin_aisle_id_fkey" FOREIGN KEY ("aisle_id") REFERENCES "aisle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stock_line" ADD CONSTRAINT "stock_line_bin_id_fkey" FOREIGN KEY ("bin_id") REFERENCES "bin"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stock_hold" ADD CONSTRAINT "stock_hold_stock_line_id_fkey" FOREIGN KEY ("stock_line_id") REFERENCES "stock_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "engine_step" ADD CONSTRAINT "engine_step_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "engine_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "engine_job" ADD CONSTRAINT "engine_job_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "engine_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_line" ADD CONSTRAINT "order_line_order_number_fkey" FOREIGN KEY ("order_number") REFERENCES "orders"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_step" ADD CONSTRAINT "order_step_order_number_fkey" FOREIGN KEY ("order_number") REFERENCES "orders"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pick_line" ADD CONSTRAINT "pick_line_pick_list_id_fkey" FOREIGN KEY ("pick_list_id") REFERENCES "pick_list"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- begin prisma/constraints/10-invariants.sql
-- Stock is never negative and never promised twice, whatever a verb believes.
ALTER TABLE stock_line ADD CONSTRAINT stock_line_held_within_on_hand CHECK (held >= 0 AND held <= on_hand);
ALTER TABLE stock_hold ADD CONSTRAINT stock_hold_quantity_positive CHECK (quantity > 0);
ALTER TABLE order_line ADD CONSTRAINT order_line_quantity_positive CHECK (quantity > 0);
ALTER TABLE pair_count ADD CONSTRAINT pair_count_ordered CHECK (sku_a < sku_b);

-- Stock changes all the time but its keys never do: room on the page keeps updates off the indexes (HOT).
ALTER TABLE stock_line SET (fillfactor = 70);
ALTER TABLE order_step SET (fillfactor = 70);
ALTER TABLE orders SET (fillfactor = 70);

CREATE SEQUENCE order_number_seq START 100001;
-- end prisma/constraints/10-invariants.sql

-- begin lib/orders/begin-order.sql
-- First short transaction of placing an order: the idempotency row, the order `confirming`, its stock held.
-- Returns jsonb { outcome, … }:
--   begun      { orderNumber, totalMinor, currency, stepDueSeconds, lines }
--   replay     { status, body, location }   the first answer of this key
--   in-flight | key-reused | unknown-site
--   unknown-skus { skus }
--   contended  stock may be there but other buyers hold its rows: call again with p_patient
--   short      { orderNumber, shortages: [{ sku, requested, available }] }   only when p_patient, so it is
--              the truth; the order is kept as `refused`, for support and for the demand feed
-- Every SKU comes once in p_skus.
-- Hurried (not p_patient): takes free rows only and never waits, so it can't deadlock and no bin is a queue.
-- Patient: locks every row of these SKUs in one order, so two patient buyers can't deadlock either.
CREATE OR REPLACE FUNCTION begin_order(
  p_client text, p_key text, p_hash bytea, p_now timestamptz, p_taken_until timestamptz, p_settle_at timestamptz,
  p_site text, p_name text, p_email text, p_phone text, p_ship_to jsonb, p_method text, p_token text,
  p_skus text[], p_quantities int[], p_suffix text, p_traceparent text, p_patient boolean
) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_key idempotency_key%ROWTYPE;
  v_site site%ROWTYPE;
  v_unknown text[];
  v_lines jsonb;
  v_total int;
  v_number text;
  v_need int;
  v_take int;
  v_row record;
  v_held_rows int[] := '{}';
  v_held_quantities int[] := '{}';
  v_held_lines int[] := '{}';
  v_shortages jsonb;
  v_status order_status := 'confirming';
BEGIN
  INSERT INTO idempotency_key (client_id, key, request_hash, created_at, taken_until)
  VALUES (p_client, p_key, p_hash, p_now, p_taken_until)
  ON CONFLICT (client_id, key) DO NOTHING;
  IF NOT FOUND THEN
    SELECT * INTO v_key FROM idempotency_key WHERE client_id = p_client AND key = p_key FOR UPDATE;
    IF v_key.request_hash <> p_hash THEN RETURN jsonb_build_object('outcome', 'key-reused'); END IF;
    IF v_key.status IS NOT NULL THEN
      RETURN jsonb_build_object('outcome', 'replay', 'status', v_key.status, 'body', v_key.body, 'location', v_key.location);
    END IF;
    IF v_key.order_number IS NOT NULL OR v_key.taken_until > p_now THEN
      RETURN jsonb_build_object('outcome', 'in-flight');
    END IF;
    UPDATE idempotency_key SET taken_until = p_taken_until WHERE client_id = p_client AND key = p_key;
  END IF;

  SELECT * INTO v_site FROM site WHERE id = p_site;
  IF NOT FOUND THEN
    DELETE FROM idempotency_key WHERE client_id = p_client AND key = p_key;
    RETURN jsonb_build_object('outcome', 'unknown-site');
  END IF;

  SELECT array_agg(line.sku ORDER BY line.n) FILTER (WHERE product.sku IS NULL),
         sum(line.quantity * product.price_minor),
         jsonb_agg(jsonb_build_object('lineNumber', line.n, 'sku', line.sku, 'name', product.name,
           'quantity', line.quantity, 'unitPriceMinor', product.price_minor) ORDER BY line.n)
    INTO v_unknown, v_total, v_lines
    FROM unnest(p_skus, p_quantities) WITH ORDINALITY AS line(sku, quantity, n)
    LEFT JOIN product ON product.sku = line.sku;
  IF v_unknown IS NOT NULL THEN
    DELETE FROM idempotency_key WHERE client_id = p_client AND key = p_key;
    RETURN jsonb_build_object('outcome', 'unknown-skus', 'skus', to_jsonb(v_unknown));
  END IF;

  IF p_patient THEN
    PERFORM 1 FROM stock_line WHERE site_id = p_site AND sku = ANY (p_skus) AND held < on_hand ORDER BY id FOR UPDATE;
    SELECT jsonb_agg(jsonb_build_object('sku', wanted.sku,
             'requested', wanted.quantity, 'available', coalesce(free.units, 0)) ORDER BY wanted.n)
      INTO v_shortages
      FROM unnest(p_skus, p_quantities) WITH ORDINALITY AS wanted(sku, quantity, n)
      LEFT JOIN (SELECT sku, sum(on_hand - held) AS units FROM stock_line
                  WHERE site_id = p_site AND sku = ANY (p_skus) GROUP BY sku) free USING (sku)
     WHERE coalesce(free.units, 0) < wanted.quantity;
    IF v_shortages IS NOT NULL THEN v_status := 'refused'; END IF;
  END IF;

  -- One row at a time: a longer look ahead would lock bins that this order does not need.
  FOR v_line IN 1 .. CASE v_status WHEN 'refused' THEN 0 ELSE array_length(p_skus, 1) END LOOP
    v_need := p_quantities[v_line];
    WHILE v_need > 0 LOOP
      SELECT id, on_hand - held AS free INTO v_row FROM stock_line
       WHERE site_id = p_site AND sku = p_skus[v_line] AND held < on_hand AND id <> ALL (v_held_rows)
       ORDER BY expires_on NULLS LAST, (on_hand - held >= v_need) DESC, id
       LIMIT 1
         FOR UPDATE SKIP LOCKED;
      IF NOT FOUND THEN
        DELETE FROM idempotency_key WHERE client_id = p_client AND key = p_key;
        RETURN jsonb_build_object('outcome', 'contended');
      END IF;
      v_take := least(v_need, v_row.free);
      v_need := v_need - v_take;
      v_held_rows := v_held_rows || v_row.id;
      v_held_quantities := v_held_quantities || v_take;
      v_held_lines := v_held_lines || v_line;
    END LOOP;
  END LOOP;

  v_number := nextval('order_number_seq') || '-' || p_suffix;
  INSERT INTO orders (number, site_id, status, customer_name, customer_email, customer_phone, ship_to, currency, total_minor,
    unit_count, line_count, payment_method, payment_token, created_at, settle_at, closed_at, hold_error, traceparent)
  VALUES (v_number, p_site, v_status, p_name, p_email, p_phone, p_ship_to, v_site.currency, v_total,
    (SELECT sum(q) FROM unnest(p_quantities) AS q), array_length(p_skus, 1), p_method,
    CASE v_status WHEN 'confirming' THEN p_token END, p_now,
    CASE v_status WHEN 'confirming' THEN p_settle_at END, CASE v_status WHEN 'refused' THEN p_now END,
    (SELECT string_agg(format('%s of %s wanted, %s available', short->>'requested', short->>'sku', short->>'available'), '; ')
       FROM jsonb_array_elements(v_shortages) AS short), p_traceparent);
  INSERT INTO order_line (order_number, line_number, sku, name, quantity, unit_price_minor)
  SELECT v_number, l."lineNumber", l.sku, l.name, l.quantity, l."unitPriceMinor"
    FROM jsonb_to_recordset(v_lines) AS l("lineNumber" int, sku text, name text, quantity int, "unitPriceMinor" int);
  IF v_status = 'refused' THEN
    RETURN jsonb_build_object('outcome', 'short', 'orderNumber', v_number, 'shortages', v_shortages);
  END IF;
  UPDATE stock_line SET held = held + mine.q FROM unnest(v_held_rows, v_held_quantities) AS mine(id, q)
   WHERE stock_line.id = mine.id;
  INSERT INTO stock_hold (order_number, line_number, stock_line_id, quantity)
  SELECT v_number, line, id, q FROM unnest(v_held_lines, v_held_rows, v_held_quantities) AS m(line, id, q);
  UPDATE idempotency_key SET order_number = v_number WHERE client_id = p_client AND key = p_key;

  RETURN jsonb_build_object('outcome', 'begun', 'orderNumber', v_number, 'totalMinor', v_total,
    'currency', v_site.currency, 'stepDueSeconds', v_site.step_due_seconds);
END $$;
-- end lib/orders/begin-order.sql

-- begin lib/orders/settle-order.sql
-- Second short transaction of placing an order, whoever settles it: the request itself or the sweep.
-- Placed: the payment, the deferred steps as owed rows and the outbox event, in one commit: saved means said.
-- Otherwise (declined, cancelled): the stock is released. Either way the first answer of the key is kept.
-- Returns jsonb { applied: true, version, siteId } or, when someone else settled it before, { applied: false, status, answer }.
CREATE OR REPLACE FUNCTION settle_order(
  p_number text, p_status order_status, p_now timestamptz, p_attempts int, p_provider text, p_reference text, p_reason text,
  p_kinds text[], p_due_at timestamptz[], p_answer_status int, p_answer_body text, p_answer_location text
) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_order orders%ROWTYPE;
  v_key idempotency_key%ROWTYPE;
BEGIN
  UPDATE orders SET status = p_status, version = version + 1, payment_token = NULL, settle_at = NULL, charge_error = p_reason,
         charge_attempts = charge_attempts + p_attempts,
         placed_at = CASE WHEN p_status = 'placed' THEN p_now END,
         closed_at = CASE WHEN p_status <> 'placed' THEN p_now END
   WHERE number = p_number AND status = 'confirming'
  RETURNING * INTO v_order;
  IF NOT FOUND THEN
    SELECT * INTO v_key FROM idempotency_key WHERE order_number = p_number;
    RETURN jsonb_build_object('applied', false, 'status', v_key.status, 'body', v_key.body, 'location', v_key.location);
  END IF;

  IF p_reference IS NOT NULL THEN
    INSERT INTO payment (order_number, provider, reference, state, amount_minor, currency, reason, created_at)
    VALUES (p_number, p_provider, p_reference,
      (CASE p_status WHEN 'placed' THEN 'authorised' WHEN 'declined' THEN 'declined' ELSE 'voided' END)::payment_state,
      v_order.total_minor, v_order.currency, p_reason, p_now);
  END IF;

  IF p_status = 'placed' THEN
    INSERT INTO order_step (order_number, kind, site_id, due_at)
    SELECT p_number, kind, v_order.site_id, due_at FROM unnest(p_kinds, p_due_at) AS owed(kind, due_at);
    INSERT INTO outbox_event (event_id, name, site_id, subject, data, traceparent, occurred_at)
    VALUES ('order.placed:' || p_number, 'orders/order.placed', v_order.site_id, p_number,
      jsonb_build_object('orderNumber', p_number, 'site', v_order.site_id), v_order.traceparent, p_now);
  ELSE
    PERFORM 1 FROM stock_line WHERE id IN (SELECT stock_line_id FROM stock_hold WHERE order_number = p_number AND state = 'held')
      ORDER BY id FOR UPDATE;
    WITH released AS (
      UPDATE stock_hold SET state = 'released' WHERE order_number = p_number AND state = 'held' RETURNING stock_line_id, quantity
    )
    UPDATE stock_line SET held = held - freed.quantity
      FROM (SELECT stock_line_id, sum(quantity) AS quantity FROM released GROUP BY stock_line_id) freed
     WHERE stock_line.id = freed.stock_line_id;
  END IF;

  UPDATE idempotency_key SET status = p_answer_status, body = p_answer_body, location = p_answer_location
   WHERE order_number = p_number AND status IS NULL;
  RETURN jsonb_build_object('applied', true, 'version', v_order.version, 'siteId', v_order.site_id);
END $$;
-- end lib/orders/settle-order.sql
