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
