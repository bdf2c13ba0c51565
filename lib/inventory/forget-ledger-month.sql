-- Drops a month of a site from the ledger's archive. What its entries came to stays in what is brought forward, marked as
-- forgotten, so that the others can still be told anew from there; a retold event of it is a new one.
CREATE OR REPLACE FUNCTION forget_ledger_month(p_site text, p_month date) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_from timestamptz := p_month::timestamp AT TIME ZONE 'UTC';
  v_until timestamptz := (p_month + interval '1 month') AT TIME ZONE 'UTC';
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('archive_ledger'));
  UPDATE brought_forward SET forgotten = forgotten + gone.units
    FROM (SELECT bin_id, sku, lot, sum(quantity) AS units FROM archive.ledger_entry
           WHERE site_id = p_site AND recorded_at >= v_from AND recorded_at < v_until GROUP BY bin_id, sku, lot) gone
   WHERE brought_forward.bin_id = gone.bin_id AND brought_forward.sku = gone.sku AND brought_forward.lot = gone.lot;
  DELETE FROM archived_event USING archive.inventory_event event
   WHERE identity = event_identity(event.source, event.event_id) AND event.site_id = p_site
     AND event.recorded_at >= v_from AND event.recorded_at < v_until;
  PERFORM drop_partition('ledger_entry', p_month, p_site);
  PERFORM drop_partition('inventory_event', p_month, p_site);
END $$;
