-- What a caller can tell of an order, however it is written: the beginning of an e-mail, the last digits of a phone number.
CREATE INDEX orders_email_beginning ON orders (lower(customer_email) text_pattern_ops);
CREATE INDEX orders_phone_end ON orders (reverse(regexp_replace(customer_phone, '\D', '', 'g')) text_pattern_ops);
