-- The feed: what the outbox publishes (kind 0) and what was told of stock (kind 1), merged in the order
-- (transaction, kind, row), after a position. Only from transactions older than every open one: whoever reads on from the
-- last row has missed nothing, however long another writer took to commit.
-- `p_names` are the outbox's published names, `p_types` their public types, one for one.
CREATE OR REPLACE FUNCTION feed_events(p_xid bigint, p_kind int, p_row bigint, p_limit int, p_names text[], p_types text[])
RETURNS TABLE (
  xid bigint, kind int, row_id bigint, type text, event_id text, source text, subject text, site_id text, data jsonb,
  happened_at timestamptz, recorded_at timestamptz, traceparent text
) LANGUAGE sql STABLE AS $$
  SELECT * FROM (
    (SELECT o.xid, 0 AS kind, o.id AS row_id, p_types[array_position(p_names, o.name)], o.event_id,
       '/stowline/' || split_part(o.name, '/', 1), o.subject, o.site_id, o.data, o.occurred_at, o.occurred_at, o.traceparent
       FROM outbox_event o
      WHERE (o.xid, o.id) > (p_xid, CASE p_kind WHEN 0 THEN p_row ELSE 9223372036854775807 END)
        AND o.xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint AND o.name = ANY (p_names)
      ORDER BY o.xid, o.id LIMIT p_limit)
    UNION ALL
    (SELECT e.xid, 1, e.id, e.type, e.event_id, e.source, e.sku, e.site_id, e.data, e.observed_at, e.recorded_at, e.traceparent
       FROM inventory_event e
      WHERE (e.xid, e.id) > (p_xid, CASE p_kind WHEN 1 THEN p_row ELSE -1 END)
        AND e.xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
      ORDER BY e.xid, e.id LIMIT p_limit)
  ) AS said ORDER BY xid, kind, row_id LIMIT p_limit
$$;
