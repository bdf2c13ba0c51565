-- One row, whatever happens.
ALTER TABLE audit_chain ADD CONSTRAINT audit_chain_is_one CHECK (id = 1);

-- The hash of an entry: SHA-256 of the hash before it and of its content as a JSON array (UTF-8, as jsonb prints it). Made
-- once: with another definition every chain out there would be broken.
CREATE FUNCTION audit_hash(previous bytea, entry audit_entry) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
  SELECT sha256(previous || convert_to(jsonb_build_array(
    entry.id, floor(extract(epoch FROM entry.at) * 1000)::bigint, entry.actor, entry.action, entry.outcome, entry.subject,
    entry.site_id, entry.request_id, entry.detail)::text, 'UTF8'))
$$;

-- Nobody's address stays where nothing can be changed any more: the mail, the alert target and the plan have it.
UPDATE audit_entry SET subject = regexp_replace(subject, '\S+@\S+', '…', 'g') WHERE subject LIKE '%@%';

-- Entries from before the chain are its beginning, numbered anew without gaps. A new number is never above the old one,
-- and those below it are taken already, so no two meet.
DO $$
DECLARE
  v_entry audit_entry;
  v_was bigint;
  v_id bigint := 0;
  v_hash bytea := '';
BEGIN
  FOR v_entry IN SELECT * FROM audit_entry ORDER BY id LOOP
    v_was := v_entry.id;
    v_id := v_id + 1;
    v_entry.id := v_id;
    v_hash := audit_hash(v_hash, v_entry);
    UPDATE audit_entry SET id = v_id, hash = v_hash WHERE id = v_was;
  END LOOP;
  INSERT INTO audit_chain (head_id, head_hash) VALUES (v_id, v_hash);
END $$;
