-- AlterTable
ALTER TABLE "api_key" ADD COLUMN     "last_used_at" TIMESTAMPTZ(3),
ADD COLUMN     "previous_hash" BYTEA,
ADD COLUMN     "previous_until" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "audit_entry" ADD COLUMN     "hash" BYTEA NOT NULL DEFAULT '\x',
ALTER COLUMN "id" SET DEFAULT 0;
DROP SEQUENCE "audit_entry_id_seq";

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "disabled_at" TIMESTAMPTZ(3),
ADD COLUMN     "password_ends_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "audit_chain" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "cut_at_id" BIGINT NOT NULL DEFAULT 0,
    "cut_at_hash" BYTEA NOT NULL DEFAULT '\x',
    "head_id" BIGINT NOT NULL DEFAULT 0,
    "head_hash" BYTEA NOT NULL DEFAULT '\x',
    "checked_at" TIMESTAMPTZ(3),
    "broken_at_id" BIGINT,

    CONSTRAINT "audit_chain_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "api_key_previous_hash_key" ON "api_key"("previous_hash");

-- CreateIndex
CREATE INDEX "audit_entry_site_id_id_idx" ON "audit_entry"("site_id", "id");

-- CreateIndex
CREATE INDEX "audit_entry_actor_id_idx" ON "audit_entry"("actor", "id");

-- begin prisma/constraints/70-audit-chain.sql
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
-- end prisma/constraints/70-audit-chain.sql

-- begin lib/sites/record-audit.sql
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
-- end lib/sites/record-audit.sql
