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
