-- What a caller can tell of an order, however it is written: the beginning of a number or an e-mail, the last digits of a phone number.
CREATE INDEX orders_number_beginning ON orders (upper(number) text_pattern_ops);
CREATE INDEX orders_email_beginning ON orders (lower(customer_email) text_pattern_ops);
CREATE INDEX orders_phone_end ON orders (reverse(regexp_replace(customer_phone, '\D', '', 'g')) text_pattern_ops);
-- A thing's name is what its entries begin with.
CREATE INDEX audit_entry_subject_beginning ON audit_entry (upper(subject) text_pattern_ops);
