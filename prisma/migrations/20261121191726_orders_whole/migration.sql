-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "order_status" ADD VALUE 'picking';
ALTER TYPE "order_status" ADD VALUE 'packed';
ALTER TYPE "order_status" ADD VALUE 'shipped';
ALTER TYPE "order_status" ADD VALUE 'returned';

-- AlterTable
ALTER TABLE "orders" ADD COLUMN     "cancel_asked_at" TIMESTAMPTZ(3),
ADD COLUMN     "cancel_asked_by" TEXT,
ADD COLUMN     "cancel_reason" TEXT;

-- CreateTable
CREATE TABLE "shipment" (
    "id" TEXT NOT NULL,
    "order_number" TEXT NOT NULL,
    "carrier" TEXT NOT NULL,
    "packed_at" TIMESTAMPTZ(3) NOT NULL,
    "handed_over_at" TIMESTAMPTZ(3),
    "handed_over_by" TEXT,

    CONSTRAINT "shipment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shipment_line" (
    "shipment_id" TEXT NOT NULL,
    "line_number" INTEGER NOT NULL,
    "quantity" INTEGER NOT NULL,

    CONSTRAINT "shipment_line_pkey" PRIMARY KEY ("shipment_id","line_number")
);

-- CreateTable
CREATE TABLE "order_return" (
    "order_number" TEXT NOT NULL,
    "operation_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "is_owed" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "order_return_pkey" PRIMARY KEY ("order_number","operation_id")
);

-- CreateTable
CREATE TABLE "order_return_line" (
    "order_number" TEXT NOT NULL,
    "operation_id" TEXT NOT NULL,
    "line_number" INTEGER NOT NULL,
    "quantity" INTEGER NOT NULL,
    "bin" TEXT,

    CONSTRAINT "order_return_line_pkey" PRIMARY KEY ("order_number","operation_id","line_number")
);

-- CreateIndex
CREATE INDEX "shipment_order_number_idx" ON "shipment"("order_number");

-- CreateIndex
CREATE INDEX "shipment_packed_at_idx" ON "shipment"("packed_at");

-- AddForeignKey
ALTER TABLE "shipment" ADD CONSTRAINT "shipment_order_number_fkey" FOREIGN KEY ("order_number") REFERENCES "orders"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shipment_line" ADD CONSTRAINT "shipment_line_shipment_id_fkey" FOREIGN KEY ("shipment_id") REFERENCES "shipment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_return" ADD CONSTRAINT "order_return_order_number_fkey" FOREIGN KEY ("order_number") REFERENCES "orders"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_return_line" ADD CONSTRAINT "order_return_line_order_number_operation_id_fkey" FOREIGN KEY ("order_number", "operation_id") REFERENCES "order_return"("order_number", "operation_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- begin lib/orders/settle-order.sql
-- Second short transaction of placing an order, whoever settles it: the request itself or the sweep.
-- Placed: the payment, the deferred steps as owed rows and the outbox event, in one commit: saved means said.
-- Otherwise (declined, cancelled): the stock is released. Either way the first answer of the key is kept.
-- An order that somebody wants cancelled is not placed any more: what was authorised meanwhile is voided first, by the
-- sweep, and what was declined because the key is closed is cancelled.
-- Returns jsonb { applied: true, status, version, siteId } or, when someone else settled it before, { applied: false, status, answer };
-- { applied: false, isCancelAsked: true } when it is still `confirming`.
CREATE OR REPLACE FUNCTION settle_order(
  p_number text, p_status order_status, p_now timestamptz, p_attempts int, p_provider text, p_reference text, p_reason text,
  p_kinds text[], p_due_at timestamptz[], p_answer_status int, p_answer_body text, p_answer_location text
) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_order orders%ROWTYPE;
  v_key idempotency_key%ROWTYPE;
BEGIN
  UPDATE orders SET status = CASE WHEN cancel_asked_at IS NULL THEN p_status ELSE 'cancelled' END, version = version + 1,
         payment_token = NULL, settle_at = NULL, charge_error = p_reason,
         charge_attempts = charge_attempts + p_attempts,
         placed_at = CASE WHEN p_status = 'placed' THEN p_now END,
         closed_at = CASE WHEN p_status <> 'placed' THEN p_now END
   WHERE number = p_number AND status = 'confirming' AND (p_status <> 'placed' OR cancel_asked_at IS NULL)
  RETURNING * INTO v_order;
  IF NOT FOUND THEN
    IF EXISTS (SELECT FROM orders WHERE number = p_number AND status = 'confirming') THEN
      RETURN jsonb_build_object('applied', false, 'isCancelAsked', true);
    END IF;
    SELECT * INTO v_key FROM idempotency_key WHERE order_number = p_number;
    RETURN jsonb_build_object('applied', false, 'status', v_key.status, 'body', v_key.body, 'location', v_key.location);
  END IF;
  p_status := v_order.status;

  IF p_reference IS NOT NULL THEN
    INSERT INTO payment (order_number, provider, reference, state, amount_minor, currency, reason, created_at)
    VALUES (p_number, p_provider, p_reference,
      (CASE p_status WHEN 'placed' THEN 'authorised' WHEN 'declined' THEN 'declined' ELSE 'voided' END)::payment_state,
      v_order.total_minor, v_order.currency, p_reason, p_now);
  END IF;
  IF p_reference IS NOT NULL AND p_status = 'placed' THEN
    INSERT INTO payment_movement (id, order_number, site_id, kind, amount_minor, currency, state, provider, reference, attempts,
      due_at, created_at, done_at)
    VALUES (p_number || '/authorise', p_number, v_order.site_id, 'authorise', v_order.total_minor, v_order.currency, 'done',
      p_provider, p_reference, p_attempts, p_now, p_now, p_now);
    PERFORM write_entries(p_number || '/authorise', 'authorise', v_order.total_minor, v_order.currency, p_now);
  END IF;

  IF p_status = 'placed' THEN
    INSERT INTO order_step (order_number, kind, site_id, due_at)
    SELECT p_number, kind, v_order.site_id, due_at FROM unnest(p_kinds, p_due_at) AS owed(kind, due_at);
    INSERT INTO outbox_event (event_id, name, site_id, subject, data, traceparent, occurred_at)
    VALUES ('order.placed:' || p_number, 'orders/order.placed', v_order.site_id, p_number,
      jsonb_build_object('orderNumber', p_number, 'site', v_order.site_id,
        'total', jsonb_build_object('amount', v_order.total_minor, 'currency', v_order.currency),
        'lines', (SELECT jsonb_agg(jsonb_build_object('sku', sku, 'quantity', quantity) ORDER BY line_number)
                    FROM order_line WHERE order_number = p_number)), v_order.traceparent, p_now);
  ELSE
    PERFORM 1 FROM stock_line WHERE id IN (SELECT stock_line_id FROM stock_hold WHERE order_number = p_number AND state = 'held')
      ORDER BY id FOR UPDATE;
    WITH released AS (
      UPDATE stock_hold SET state = 'released' WHERE order_number = p_number AND state = 'held' RETURNING stock_line_id, quantity
    )
    UPDATE stock_line SET held = held - freed.quantity
      FROM (SELECT stock_line_id, sum(quantity) AS quantity FROM released GROUP BY stock_line_id) freed
     WHERE stock_line.id = freed.stock_line_id;
    -- For the feed only: no function is started by it.
    INSERT INTO outbox_event (event_id, name, site_id, subject, data, traceparent, occurred_at, relayed_at)
    VALUES ('order.' || p_status || ':' || p_number, 'orders/order.' || p_status, v_order.site_id, p_number,
      jsonb_build_object('orderNumber', p_number, 'site', v_order.site_id), v_order.traceparent, p_now, 'epoch');
  END IF;

  UPDATE idempotency_key SET status = p_answer_status, body = p_answer_body, location = p_answer_location
   WHERE order_number = p_number AND status IS NULL;
  RETURN jsonb_build_object('applied', true, 'status', p_status, 'version', v_order.version, 'siteId', v_order.site_id);
END $$;
-- end lib/orders/settle-order.sql
