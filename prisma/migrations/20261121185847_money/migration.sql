-- CreateEnum
CREATE TYPE "movement_kind" AS ENUM ('authorise', 'capture', 'void', 'refund');

-- CreateEnum
CREATE TYPE "movement_state" AS ENUM ('owed', 'done', 'refused');

-- CreateEnum
CREATE TYPE "money_account" AS ENUM ('buyer', 'reserved', 'provider');

-- CreateTable
CREATE TABLE "payment_movement" (
    "id" TEXT NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "order_number" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "kind" "movement_kind" NOT NULL,
    "amount_minor" INTEGER NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "state" "movement_state" NOT NULL DEFAULT 'owed',
    "provider" TEXT NOT NULL,
    "reference" TEXT,
    "reason" TEXT,
    "asked_by" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "payment_movement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "money_entry" (
    "movement_id" TEXT NOT NULL,
    "account" "money_account" NOT NULL,
    "amount_minor" INTEGER NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "money_entry_pkey" PRIMARY KEY ("movement_id","account")
);

-- CreateIndex
CREATE UNIQUE INDEX "payment_movement_seq_key" ON "payment_movement"("seq");

-- CreateIndex
CREATE INDEX "payment_movement_order_number_seq_idx" ON "payment_movement"("order_number", "seq");

-- CreateIndex
CREATE INDEX "payment_movement_owed" ON "payment_movement"("due_at") WHERE (state = 'owed');

-- CreateIndex
CREATE INDEX "payment_movement_created_at" ON "payment_movement" USING BRIN ("created_at");

-- AddForeignKey
ALTER TABLE "money_entry" ADD CONSTRAINT "money_entry_movement_id_fkey" FOREIGN KEY ("movement_id") REFERENCES "payment_movement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- begin prisma/constraints/40-money.sql
-- A void that finds everything captured releases nothing; every other movement moves something.
ALTER TABLE payment_movement ADD CONSTRAINT payment_movement_amount
  CHECK (amount_minor > 0 OR (kind = 'void' AND amount_minor = 0));
ALTER TABLE payment_movement ADD CONSTRAINT payment_movement_closed CHECK ((state = 'owed') = (done_at IS NULL));

-- What cards were charged for before movements were kept.
INSERT INTO payment_movement (id, order_number, site_id, kind, amount_minor, currency, state, provider, reference, attempts, due_at, created_at, done_at)
SELECT p.order_number || '/authorise', p.order_number, o.site_id, 'authorise', p.amount_minor, p.currency, 'done', p.provider,
       p.reference, 1, p.created_at, p.created_at, p.created_at
  FROM payment p JOIN orders o ON o.number = p.order_number
 WHERE p.state = 'authorised' AND p.amount_minor > 0;
INSERT INTO money_entry (movement_id, account, amount_minor, currency, at)
SELECT id, side.account::money_account, side.sign * amount_minor, currency, created_at
  FROM payment_movement, (VALUES ('buyer', -1), ('reserved', 1)) AS side(account, sign);
-- end prisma/constraints/40-money.sql

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
  RETURN jsonb_build_object('applied', true, 'version', v_order.version, 'siteId', v_order.site_id);
END $$;
-- end lib/orders/settle-order.sql

-- begin lib/payments/close-movement.sql
-- What the provider said of an owed movement, its entries and its event, in one commit; the first to say it decides.
-- A void releases what is reserved then. Returns the movement's seq, or null when it was closed before.
CREATE OR REPLACE FUNCTION close_movement(
  p_id text, p_state movement_state, p_reference text, p_error text, p_now timestamptz
) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  v_movement payment_movement%ROWTYPE;
BEGIN
  UPDATE payment_movement m SET state = p_state, reference = p_reference, last_error = p_error, done_at = p_now,
         amount_minor = CASE WHEN m.kind = 'void' AND p_state = 'done'
           THEN (SELECT coalesce(sum(entry.amount_minor), 0) FROM money_entry entry JOIN payment_movement own ON own.id = entry.movement_id
                  WHERE own.order_number = m.order_number AND entry.account = 'reserved')
           ELSE m.amount_minor END
   WHERE m.id = p_id AND m.state = 'owed'
  RETURNING m.* INTO v_movement;
  IF NOT FOUND THEN RETURN NULL; END IF;

  IF p_state = 'done' THEN
    PERFORM write_entries(p_id, v_movement.kind, v_movement.amount_minor, v_movement.currency, p_now);
  END IF;
  IF p_state = 'done' AND v_movement.kind = 'void' THEN
    UPDATE payment SET state = 'voided', reason = v_movement.reason, updated_at = p_now
     WHERE order_number = v_movement.order_number AND NOT EXISTS (
       SELECT FROM payment_movement WHERE order_number = v_movement.order_number AND kind = 'capture' AND state = 'done');
  END IF;
  INSERT INTO outbox_event (event_id, name, site_id, subject, data, occurred_at)
  VALUES ('movement.' || p_state || ':' || p_id, 'payments/movement.' || p_state, v_movement.site_id, v_movement.order_number,
    jsonb_build_object('movementId', p_id, 'orderNumber', v_movement.order_number, 'site', v_movement.site_id, 'kind', v_movement.kind,
      'amount', jsonb_build_object('amount', v_movement.amount_minor, 'currency', v_movement.currency)), p_now);
  RETURN v_movement.seq;
END $$;
-- end lib/payments/close-movement.sql

-- begin lib/payments/owe-movement.sql
-- Owes a movement in the caller's transaction: never more captured than is reserved, never more refunded than was
-- captured, movements still owed included. The payment's row lets one writer of an order's money in at a time.
-- Returns jsonb { outcome: owed | known | no-payment } or { outcome: too-much, leftMinor }.
CREATE OR REPLACE FUNCTION owe_movement(
  p_id text, p_order text, p_site text, p_kind movement_kind, p_amount int, p_reason text, p_asked_by text,
  p_traceparent text, p_now timestamptz
) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_payment payment%ROWTYPE;
  v_authorised bigint; v_captured bigint; v_voided boolean; v_refunded bigint; v_left bigint;
BEGIN
  SELECT * INTO v_payment FROM payment WHERE order_number = p_order FOR NO KEY UPDATE;
  IF NOT FOUND THEN RETURN jsonb_build_object('outcome', 'no-payment'); END IF;
  IF EXISTS (SELECT FROM payment_movement WHERE id = p_id) THEN RETURN jsonb_build_object('outcome', 'known'); END IF;

  SELECT coalesce(sum(amount_minor) FILTER (WHERE kind = 'authorise'), 0), coalesce(sum(amount_minor) FILTER (WHERE kind = 'capture'), 0),
         coalesce(bool_or(kind = 'void'), false), coalesce(sum(amount_minor) FILTER (WHERE kind = 'refund'), 0)
    INTO v_authorised, v_captured, v_voided, v_refunded
    FROM payment_movement WHERE order_number = p_order AND state <> 'refused';
  v_left := CASE WHEN p_kind = 'refund' THEN v_captured - v_refunded WHEN v_voided THEN 0 ELSE v_authorised - v_captured END;
  IF v_left <= 0 OR p_amount > v_left THEN
    RETURN jsonb_build_object('outcome', 'too-much', 'leftMinor', greatest(v_left, 0));
  END IF;

  INSERT INTO payment_movement (id, order_number, site_id, kind, amount_minor, currency, provider, reason, asked_by, due_at, created_at)
  VALUES (p_id, p_order, p_site, p_kind, CASE WHEN p_kind = 'void' THEN v_left ELSE p_amount END, v_payment.currency,
    v_payment.provider, p_reason, p_asked_by, p_now, p_now);
  INSERT INTO outbox_event (event_id, name, site_id, subject, data, traceparent, occurred_at)
  VALUES ('movement.owed:' || p_id, 'payments/movement.owed', p_site, p_order,
    jsonb_build_object('movementId', p_id, 'orderNumber', p_order, 'site', p_site, 'kind', p_kind), p_traceparent, p_now);
  RETURN jsonb_build_object('outcome', 'owed');
END $$;
-- end lib/payments/owe-movement.sql

-- begin lib/payments/write-entries.sql
-- The two entries of a movement that was done: reserving takes from the buyer, a capture turns what was reserved into what
-- the provider has for us, a void gives the rest back, a refund returns what was captured.
CREATE OR REPLACE FUNCTION write_entries(
  p_movement text, p_kind movement_kind, p_amount int, p_currency text, p_at timestamptz
) RETURNS void LANGUAGE sql AS $$
  INSERT INTO money_entry (movement_id, account, amount_minor, currency, at)
  SELECT p_movement, side.account::money_account, side.sign * p_amount, p_currency, p_at
    FROM (VALUES ('authorise', 'buyer', -1), ('authorise', 'reserved', 1),
                 ('capture', 'reserved', -1), ('capture', 'provider', 1),
                 ('void', 'reserved', -1), ('void', 'buyer', 1),
                 ('refund', 'provider', -1), ('refund', 'buyer', 1)) AS side(kind, account, sign)
   WHERE side.kind = p_kind::text
$$;
-- end lib/payments/write-entries.sql
