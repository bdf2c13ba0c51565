-- Drops a month of a site from the archive of orders.
CREATE OR REPLACE FUNCTION forget_order_month(p_site text, p_month date) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM archived_order WHERE site_id = p_site AND created_at >= p_month::timestamp AT TIME ZONE 'UTC'
     AND created_at < (p_month + interval '1 month') AT TIME ZONE 'UTC';
  PERFORM drop_partition('orders', p_month, p_site);
END $$;
