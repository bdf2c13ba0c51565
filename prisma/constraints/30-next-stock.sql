-- What a stock line is about to be, by what an event made of it: id is null where there is no line yet, owed its shortfall
-- until now, units what there will be (below zero: owed).
CREATE TYPE stock_next AS (
  id int, site_id text, sku text, bin_id int, lot text, event_row bigint, expires_on date, units int, held int, owed int
);
