-- Moves every active endpoint's feeds on and owes it the events that match, in one transaction: each event once, however
-- many dispatchers there are, and no row for an event that nobody asked for. An endpoint's row is its lock; whoever finds
-- it taken leaves it to the other. An endpoint that does not take what it is owed gets no more rows: the feed is the queue.
-- Calls for a run that sends, unless one is at it: the outbox event, and a short belief that it comes.
-- Returns jsonb { made, called, more }: deliveries, endpoints called for, and whether a feed has more than its limit.
CREATE OR REPLACE FUNCTION fan_out_events(
  p_now timestamptz, p_limit int, p_most_waiting int, p_names text[], p_types text[]
) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_endpoint webhook_endpoint%ROWTYPE;
  v_feed webhook_feed%ROWTYPE;
  v_page record;
  v_waiting int;
  v_made int := 0;
  v_called int := 0;
  v_more boolean := false;
BEGIN
  FOR v_endpoint IN SELECT * FROM webhook_endpoint WHERE state = 'active' ORDER BY id FOR UPDATE SKIP LOCKED LOOP
    FOR v_feed IN SELECT * FROM webhook_feed WHERE endpoint_id = v_endpoint.id ORDER BY id LOOP
      SELECT count(*) INTO v_waiting FROM (SELECT FROM webhook_delivery
        WHERE endpoint_id = v_endpoint.id AND state = 'owed' AND attempts = 0 LIMIT p_most_waiting) AS waiting;
      CONTINUE WHEN v_waiting >= p_most_waiting;

      WITH page AS MATERIALIZED (
        SELECT f.xid, f.kind, f.row_id, f.type, f.subject, f.site_id, f.recorded_at
          FROM feed_events(v_feed.xid, v_feed.kind, v_feed.row_id, p_limit, p_names, p_types) f
      ), made AS (
        INSERT INTO webhook_delivery (endpoint_id, kind, row_id, type, subject, due_at, created_at)
        SELECT v_endpoint.id, kind, row_id, type, subject, p_now, p_now FROM page
         WHERE (v_endpoint.site_id IS NULL OR site_id = v_endpoint.site_id)
           AND EXISTS (SELECT FROM unnest(v_endpoint.types) AS wanted
                        WHERE wanted = type OR (right(wanted, 1) = '*' AND starts_with(type, left(wanted, -1))))
           AND (v_feed.known IS NULL OR NOT pg_visible_in_snapshot(xid::text::xid8, v_feed.known::pg_snapshot))
           AND (v_feed.from_at IS NULL OR recorded_at >= v_feed.from_at)
           AND (v_feed.to_at IS NULL OR recorded_at < v_feed.to_at)
           AND (v_feed.until_xid IS NULL
                OR (xid, kind, row_id) <= (v_feed.until_xid, v_feed.until_kind, v_feed.until_row_id))
         ORDER BY xid, kind, row_id RETURNING 1
      )
      SELECT seen.rows, (SELECT count(*) FROM made) AS made, final.xid, final.kind, final.row_id,
             (final.xid, final.kind, final.row_id) >= (v_feed.until_xid, v_feed.until_kind, v_feed.until_row_id) AS passed
        INTO v_page FROM (SELECT count(*) AS rows FROM page) AS seen
        LEFT JOIN (SELECT xid, kind, row_id FROM page ORDER BY 1 DESC, 2 DESC, 3 DESC LIMIT 1) AS final ON true;

      v_made := v_made + v_page.made;
      IF v_feed.until_xid IS NOT NULL AND (v_page.rows < p_limit OR v_page.passed) THEN
        DELETE FROM webhook_feed WHERE id = v_feed.id;
      ELSIF v_page.rows > 0 THEN
        UPDATE webhook_feed SET xid = v_page.xid, kind = v_page.kind, row_id = v_page.row_id,
          known = CASE WHEN v_page.xid < pg_snapshot_xmax(known::pg_snapshot)::text::bigint THEN known END
         WHERE id = v_feed.id;
        v_more := v_more OR v_page.rows = p_limit;
      END IF;
    END LOOP;

    CONTINUE WHEN v_endpoint.sending_until > p_now OR v_endpoint.throttled_until > p_now OR NOT EXISTS (
      SELECT FROM webhook_delivery WHERE endpoint_id = v_endpoint.id AND state = 'owed' AND due_at <= p_now);
    UPDATE webhook_endpoint SET sending_by = NULL, sending_until = p_now + interval '10 seconds' WHERE id = v_endpoint.id;
    INSERT INTO outbox_event (event_id, name, site_id, subject, data, occurred_at)
    VALUES ('deliveries.waiting:' || gen_random_uuid(), 'downstream/deliveries.waiting', v_endpoint.site_id,
      v_endpoint.id::text, jsonb_build_object('endpointId', v_endpoint.id), p_now);
    v_called := v_called + 1;
  END LOOP;
  RETURN jsonb_build_object('made', v_made, 'called', v_called, 'more', v_more);
END $$;
