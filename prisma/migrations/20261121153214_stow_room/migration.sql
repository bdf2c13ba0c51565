-- DropIndex
DROP INDEX "stow_load_stow_order_id_idx";

-- AlterTable
ALTER TABLE "stow_load" ADD COLUMN     "operation_id" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "stow_load_stow_order_id_operation_id_key" ON "stow_load"("stow_order_id", "operation_id");

-- begin lib/catalog/find-products.sql
-- Products that a person may mean by some letters: the SKU or GTIN itself, else those with the letters in their name or SKU,
-- else those whose name has a word like it, for who mistypes ("mlk" is like milk at 0.5, not at the built-in 0.6). The best
-- first; where more than 500 are like it, 500 of them are compared: who has mistyped a frequent word goes on typing anyway.
CREATE OR REPLACE FUNCTION find_products(p_query text, p_limit int) RETURNS TABLE (place int, sku text)
LANGUAGE plpgsql STABLE SET pg_trgm.word_similarity_threshold = 0.5 AS $$
DECLARE
  v_part text := regexp_replace(p_query, '([\\%_])', '\\\1', 'g');
BEGIN
  RETURN QUERY SELECT 1, product.sku FROM product
    WHERE product.sku = upper(p_query) OR product.gtin = CASE WHEN p_query ~ '^\d{8,14}$' THEN lpad(ltrim(p_query, '0'), 13, '0') END::bpchar;
  IF FOUND THEN RETURN; END IF;
  RETURN QUERY SELECT (row_number() OVER (ORDER BY name NOT ILIKE v_part || '%', name, found.sku))::int, found.sku FROM (
    SELECT name, product.sku FROM product WHERE name ILIKE '%' || v_part || '%' OR product.sku ILIKE '%' || v_part || '%') found
    ORDER BY 1 LIMIT p_limit;
  IF FOUND THEN RETURN; END IF;
  RETURN QUERY SELECT (row_number() OVER (ORDER BY found.distance, found.name, found.sku))::int, found.sku FROM (
    SELECT name, product.sku, p_query <<-> name AS distance FROM product WHERE p_query <% name LIMIT 500) found
    ORDER BY 1 LIMIT p_limit;
END $$;
-- end lib/catalog/find-products.sql

-- begin lib/inventory/claim-load.sql
-- A person says in which bin units of a load are: keeps their room there, under the confirmation's own id, until the ledger
-- has been told. Called again it finds what it did, also when the process died before or after the telling.
-- Returns { outcome }: `told` (the ledger knows) and `claimed` with the load's facts; `unknown-load`, `over` (nothing of it is
-- open), `too-many` { open }, `no-bin`, `closed` { reason }, `climate` { needs, has }, `look-alike` { sku }, `other-lot`
-- { lot }, `no-room` { fits }.
CREATE OR REPLACE FUNCTION claim_load(p_stow uuid, p_operation text, p_event_id text, p_load bigint, p_bin text, p_quantity int)
RETURNS jsonb LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
  v_order stow_order;
  v_load stow_load;
  v_bin record;
  v_product product;
  v_room record;
  v_quantity int := p_quantity;
  v_is_again boolean;
  v_fits bigint;
  v_until timestamptz;
BEGIN
  -- One confirmation of a stow at a time, so that its units are counted once.
  SELECT * INTO v_order FROM stow_order WHERE id = p_stow FOR UPDATE;
  SELECT * INTO v_load FROM stow_load WHERE stow_order_id = p_stow AND operation_id = p_operation;
  v_is_again := FOUND;
  IF v_is_again THEN
    IF v_load.state = 'stowed' OR EXISTS (SELECT 1 FROM inventory_event WHERE source = 'stowline/stow' AND event_id = p_event_id) THEN
      RETURN load_facts(v_load.id) || '{"outcome": "told"}';
    END IF;
    v_quantity := v_load.quantity;
  ELSE
    -- A load whose time is over may still be put away, if there is room.
    SELECT * INTO v_load FROM stow_load WHERE id = p_load AND stow_order_id = p_stow;
    IF NOT FOUND THEN RETURN '{"outcome": "unknown-load"}'; END IF;
    IF v_load.state = 'stowed' OR v_load.operation_id IS NOT NULL OR v_load.quantity = 0 THEN RETURN '{"outcome": "over"}'; END IF;
    IF p_quantity > v_load.quantity THEN RETURN jsonb_build_object('outcome', 'too-many', 'open', v_load.quantity); END IF;
  END IF;

  SELECT bin.*, zone.temperature_zone INTO v_bin FROM bin JOIN aisle ON aisle.id = bin.aisle_id JOIN zone ON zone.id = aisle.zone_id
   WHERE bin.site_id = v_order.site_id AND bin.bay > 0 AND CASE WHEN v_is_again THEN bin.id = v_load.bin_id ELSE bin.code = p_bin END
     FOR NO KEY UPDATE OF bin;
  IF NOT FOUND THEN RETURN '{"outcome": "no-bin"}'; END IF;
  IF v_bin.state = 'closed' THEN RETURN jsonb_build_object('outcome', 'closed', 'reason', v_bin.state_reason); END IF;
  SELECT * INTO STRICT v_product FROM product WHERE sku = v_order.sku;
  IF v_bin.temperature_zone <> v_product.temperature_zone THEN
    RETURN jsonb_build_object('outcome', 'climate', 'needs', v_product.temperature_zone, 'has', v_bin.temperature_zone);
  END IF;
  SELECT * INTO v_room FROM bin_room(ARRAY[v_bin.id], v_order.sku, v_order.lot, v_order.expires_on, v_load.id);
  v_fits := greatest(0, least(v_room.free_volume_ml / v_product.volume_ml, v_room.free_weight_grams / v_product.weight_grams));
  IF v_room.look_alike IS NOT NULL THEN RETURN jsonb_build_object('outcome', 'look-alike', 'sku', v_room.look_alike); END IF;
  IF v_room.other_lot IS NOT NULL THEN RETURN jsonb_build_object('outcome', 'other-lot', 'lot', v_room.other_lot); END IF;
  -- Room that is kept for it is there, even while what others were kept room for is told and not closed yet, and counts twice.
  IF v_fits < v_quantity AND NOT (v_load.bin_id = v_bin.id AND v_load.state = 'open' AND v_load.kept_until > now()) THEN
    RETURN jsonb_build_object('outcome', 'no-room', 'fits', v_fits);
  END IF;

  v_until := greatest(v_load.kept_until, now() + interval '1 minute');
  IF v_is_again THEN
    UPDATE stow_load SET state = 'open', kept_until = v_until WHERE id = v_load.id;
  ELSIF v_bin.id = v_load.bin_id AND v_quantity = v_load.quantity THEN
    UPDATE stow_load SET state = 'open', kept_until = v_until, operation_id = p_operation WHERE id = v_load.id;
  ELSE
    -- What was chosen stays readable: the rest of the load, or the whole of it as given up.
    UPDATE stow_load SET quantity = v_load.quantity - v_quantity, volume_ml = (v_load.quantity - v_quantity) * v_product.volume_ml,
           weight_grams = (v_load.quantity - v_quantity) * v_product.weight_grams,
           state = CASE WHEN v_quantity = v_load.quantity THEN 'released' ELSE v_load.state END WHERE id = v_load.id;
    INSERT INTO stow_load (stow_order_id, bin_id, sku, lot, quantity, volume_ml, weight_grams, kept_until, operation_id)
    VALUES (p_stow, v_bin.id, v_order.sku, v_order.lot, v_quantity, v_quantity * v_product.volume_ml, v_quantity * v_product.weight_grams,
            v_until, p_operation) RETURNING * INTO v_load;
  END IF;
  RETURN load_facts(v_load.id) || '{"outcome": "claimed"}';
END $$;

CREATE OR REPLACE FUNCTION load_facts(p_load bigint) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object('site', stow.site_id, 'sku', stow.sku, 'lot', stow.lot, 'expiresOn', stow.expires_on, 'bin', bin.code,
           'quantity', load.quantity)
    FROM stow_load load JOIN stow_order stow ON stow.id = load.stow_order_id JOIN bin ON bin.id = load.bin_id WHERE load.id = p_load
$$;
-- end lib/inventory/claim-load.sql

-- begin lib/inventory/reserve-room.sql
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
-- end lib/inventory/reserve-room.sql
