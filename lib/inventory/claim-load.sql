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
