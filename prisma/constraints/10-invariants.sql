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
