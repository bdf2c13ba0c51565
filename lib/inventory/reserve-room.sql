-- What is still free in each of these bins, and what lies there or is kept for there that must not lie beside a SKU's lot:
-- a look-alike (another SKU of its category), or another lot or expiry of the same SKU. p_but is a load that doesn't count.
-- Plans are kept by connections that were opened while nothing was kept for anybody: a scan of all loads was right then.
-- Whoever puts something into a bin by plan holds the bin's row lock first and asks this in a statement of its own after it.
CREATE OR REPLACE FUNCTION bin_room(p_bins int[], p_sku text, p_lot text, p_expires_on date, p_but bigint)
RETURNS TABLE (bin_id int, free_volume_ml bigint, free_weight_grams bigint, look_alike text, other_lot text) LANGUAGE sql STABLE
SET enable_seqscan = off AS $$
  SELECT bin.id, bin.volume_ml - coalesce(sum(part.volume_ml), 0)::bigint, bin.max_weight_grams - coalesce(sum(part.weight_grams), 0)::bigint,
         min(part.sku) FILTER (WHERE part.sku <> p_sku AND part.category = (SELECT category FROM product WHERE sku = p_sku)),
         min(concat_ws(', ', nullif(part.lot, ''), part.expires_on))
           FILTER (WHERE part.sku = p_sku AND (part.lot <> p_lot OR part.expires_on IS DISTINCT FROM p_expires_on))
    FROM bin LEFT JOIN LATERAL (
      SELECT line.sku, line.lot, line.expires_on, product.category, line.on_hand::bigint * product.volume_ml AS volume_ml,
             line.on_hand::bigint * product.weight_grams AS weight_grams
        FROM stock_line line JOIN product ON product.sku = line.sku WHERE line.bin_id = bin.id AND line.on_hand > 0
      UNION ALL
      SELECT load.sku, load.lot, stow.expires_on, product.category, load.volume_ml, load.weight_grams
        FROM stow_load load JOIN stow_order stow ON stow.id = load.stow_order_id JOIN product ON product.sku = load.sku
       WHERE load.bin_id = bin.id AND load.state = 'open' AND load.kept_until > now() AND load.id IS DISTINCT FROM p_but
    ) part ON true
   WHERE bin.id = ANY (p_bins) GROUP BY bin.id
$$;

-- Keeps room for a stow in the first of these bins that still take it, all of it or nothing. A bin that somebody else is
-- filling is passed by, so that hundreds at once neither wait for each other nor overfill one.
-- Returns { stowId, isNew, loads: [{ loadId, binId, quantity }] }, or { placed } when fewer units found room than asked.
CREATE OR REPLACE FUNCTION reserve_room(
  p_stow uuid, p_site text, p_operation text, p_sku text, p_lot text, p_expires_on date, p_quantity int, p_asked_by text,
  p_kept_until timestamptz, p_bins int[], p_because jsonb
) RETURNS jsonb LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
  v_product product;
  v_left int := p_quantity;
  v_units int;
  v_n int;
  v_places int[] := '{}';
  v_parts int[] := '{}';
  v_loads jsonb;
BEGIN
  SELECT * INTO STRICT v_product FROM product WHERE sku = p_sku;
  FOR v_n IN 1 .. cardinality(p_bins) LOOP
    EXIT WHEN v_left = 0;
    PERFORM 1 FROM bin WHERE id = p_bins[v_n] AND state = 'open' FOR NO KEY UPDATE SKIP LOCKED;
    CONTINUE WHEN NOT FOUND;
    SELECT least(v_left, free_volume_ml / v_product.volume_ml, free_weight_grams / v_product.weight_grams) INTO v_units
      FROM bin_room(ARRAY[p_bins[v_n]], p_sku, p_lot, p_expires_on, NULL) WHERE look_alike IS NULL AND other_lot IS NULL;
    CONTINUE WHEN coalesce(v_units, 0) <= 0;
    v_left := v_left - v_units;
    v_places := v_places || v_n;
    v_parts := v_parts || v_units;
  END LOOP;
  IF v_left > 0 THEN RETURN jsonb_build_object('placed', p_quantity - v_left); END IF;

  INSERT INTO stow_order (id, site_id, operation_id, sku, lot, expires_on, quantity, asked_by, kept_until)
  VALUES (p_stow, p_site, p_operation, p_sku, p_lot, p_expires_on, p_quantity, p_asked_by, p_kept_until)
  ON CONFLICT (site_id, operation_id) DO NOTHING;
  -- The same was asked at the same moment, and the other was first.
  IF NOT FOUND THEN
    RETURN (SELECT jsonb_build_object('stowId', id, 'isNew', false, 'loads', '[]'::jsonb) FROM stow_order
             WHERE site_id = p_site AND operation_id = p_operation);
  END IF;
  WITH made AS (
    INSERT INTO stow_load (stow_order_id, bin_id, sku, lot, quantity, volume_ml, weight_grams, kept_until, because)
    SELECT p_stow, p_bins[place], p_sku, p_lot, units, units * v_product.volume_ml, units * v_product.weight_grams, p_kept_until,
           p_because->(place - 1) FROM unnest(v_places, v_parts) AS part(place, units)
    RETURNING id, bin_id, quantity
  )
  SELECT jsonb_agg(jsonb_build_object('loadId', id::text, 'binId', bin_id, 'quantity', quantity) ORDER BY id) INTO v_loads FROM made;
  RETURN jsonb_build_object('stowId', p_stow, 'isNew', true, 'loads', v_loads);
END $$;
