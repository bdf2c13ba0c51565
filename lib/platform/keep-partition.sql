-- Makes the partition of a month and a site, where it is not there yet. Tables are made beside and then attached, which
-- stops no reader; two that make the same one take turns.
CREATE OR REPLACE FUNCTION keep_partition(p_table text, p_month date, p_site text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_month text := format('%s_%s', p_table, to_char(p_month, 'YYYYMM'));
  v_leaf text := partition_of(p_table, p_month, p_site);
BEGIN
  IF to_regclass(format('archive.%I', v_leaf)) IS NOT NULL THEN RETURN; END IF;
  PERFORM pg_advisory_xact_lock(hashtext('keep_partition'));
  IF to_regclass(format('archive.%I', v_month)) IS NULL THEN
    EXECUTE format('CREATE TABLE archive.%I (LIKE archive.%I) PARTITION BY LIST (site_id)', v_month, p_table);
    EXECUTE format('ALTER TABLE archive.%I ATTACH PARTITION archive.%I FOR VALUES FROM (%L) TO (%L)', p_table, v_month,
      p_month::timestamp AT TIME ZONE 'UTC', (p_month + interval '1 month') AT TIME ZONE 'UTC');
  END IF;
  IF to_regclass(format('archive.%I', v_leaf)) IS NOT NULL THEN RETURN; END IF;
  -- Rows are written once: pages are filled, and vacuum has little to do but freeze them.
  EXECUTE format('CREATE TABLE archive.%I (LIKE archive.%I)', v_leaf, v_month);
  EXECUTE format('ALTER TABLE archive.%I ATTACH PARTITION archive.%I FOR VALUES IN (%L)', v_month, v_leaf, p_site);
END $$;

-- A site's code may be anything, a table's name may not: told apart by its hash, read by its beginning.
CREATE OR REPLACE FUNCTION partition_of(p_table text, p_month date, p_site text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT format('%s_%s_%s_%s', p_table, to_char(p_month, 'YYYYMM'), left(lower(regexp_replace(p_site, '\W', '_', 'g')), 20),
    left(md5(p_site), 6))
$$;

-- Drops the partition of a month and a site, and says so in the list of months. Whoever reads the month's table right now is
-- waited for, and nobody else.
CREATE OR REPLACE FUNCTION drop_partition(p_table text, p_month date, p_site text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('DROP TABLE archive.%I', partition_of(p_table, p_month, p_site));
  UPDATE archived_month SET dropped_at = now(), rows = 0, sum = 0 WHERE kind = p_table AND month = p_month AND site_id = p_site;
END $$;
