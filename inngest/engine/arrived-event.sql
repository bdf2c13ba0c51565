-- An event as functions receive it.
CREATE OR REPLACE FUNCTION engine_event(o outbox_event) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object('id', o.event_id, 'name', o.name, 'data', o.data,
    'ts', (extract(epoch FROM o.occurred_at) * 1000)::bigint)
$$;
