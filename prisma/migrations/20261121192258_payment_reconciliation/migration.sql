-- CreateEnum
CREATE TYPE "reconciliation_state" AS ENUM ('running', 'done', 'failed');

-- CreateTable
CREATE TABLE "payment_reconciliation" (
    "id" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "until_at" TIMESTAMPTZ(3) NOT NULL,
    "state" "reconciliation_state" NOT NULL DEFAULT 'running',
    "asked_by" TEXT NOT NULL,
    "compared" INTEGER NOT NULL DEFAULT 0,
    "repaired" INTEGER NOT NULL DEFAULT 0,
    "differences" JSONB NOT NULL DEFAULT '[]',
    "error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "payment_reconciliation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "payment_reconciliation_created_at_idx" ON "payment_reconciliation"("created_at");

-- begin lib/payments/take-up-movement.sql
-- The provider did a movement that we did not know as done: it is done here too, with its entries and its event, at
-- the time when the provider did it.
-- Returns true when that changed something; false when it was done before, or its order has no payment here.
CREATE OR REPLACE FUNCTION take_up_movement(
  p_id text, p_order text, p_kind movement_kind, p_amount int, p_reference text, p_asked_by text, p_at timestamptz
) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  v_payment payment%ROWTYPE;
BEGIN
  SELECT * INTO v_payment FROM payment WHERE order_number = p_order FOR NO KEY UPDATE;
  IF NOT FOUND THEN RETURN false; END IF;
  INSERT INTO payment_movement (id, order_number, site_id, kind, amount_minor, currency, provider, reason, asked_by, due_at, created_at)
  SELECT p_id, p_order, charge.site_id, p_kind, p_amount, v_payment.currency, v_payment.provider, 'the provider did it', p_asked_by, p_at, p_at
    FROM payment_movement charge WHERE charge.order_number = p_order AND charge.kind = 'authorise'
  ON CONFLICT (id) DO UPDATE SET state = 'owed', done_at = NULL WHERE payment_movement.state = 'refused';
  RETURN close_movement(p_id, 'done', p_reference, NULL, p_at) IS NOT NULL;
END $$;
-- end lib/payments/take-up-movement.sql
