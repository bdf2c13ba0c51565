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
