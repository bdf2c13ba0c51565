-- begin lib/payments/close-movement.sql
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
