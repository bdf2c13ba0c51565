-- Chains an entry to the one before it. The lock on the chain's one row lasts until the commit, so that of several
-- processes each sees the head that the last one has committed.
CREATE OR REPLACE FUNCTION chain_audit_entry() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_chain audit_chain;
BEGIN
  SELECT * INTO v_chain FROM audit_chain FOR UPDATE;
  IF NOT FOUND THEN
    INSERT INTO audit_chain DEFAULT VALUES ON CONFLICT DO NOTHING;
    SELECT * INTO STRICT v_chain FROM audit_chain FOR UPDATE;
  END IF;
  NEW.id := v_chain.head_id + 1;
  NEW.hash := audit_hash(v_chain.head_hash, NEW);
  UPDATE audit_chain SET head_id = NEW.id, head_hash = NEW.hash;
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER chain_audit_entry BEFORE INSERT ON audit_entry
  FOR EACH ROW EXECUTE FUNCTION chain_audit_entry();

-- Nothing in the log is changed, and nothing leaves it but what the chain's own cut lies behind.
CREATE OR REPLACE FUNCTION keep_audit_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND OLD.id <= (SELECT cut_at_id FROM audit_chain) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'entry % of the audit log stays as it is', OLD.id;
END $$;

CREATE OR REPLACE TRIGGER keep_audit_entry BEFORE UPDATE OR DELETE ON audit_entry
  FOR EACH ROW EXECUTE FUNCTION keep_audit_entry();
