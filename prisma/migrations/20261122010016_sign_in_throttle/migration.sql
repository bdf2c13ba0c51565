-- CreateTable
CREATE TABLE "sign_in_throttle" (
    "subject" TEXT NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "last_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "blocked_until" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_throttle_pkey" PRIMARY KEY ("subject")
);

-- CreateIndex
CREATE INDEX "sign_in_throttle_last_at_idx" ON "sign_in_throttle"("last_at");

-- begin prisma/constraints/70-sessions.sql
-- Whoever gets another role or another password begins anew everywhere, whatever it was changed by; but who chooses a password
-- of their own goes on where they chose it (stowline.keeps_session).
CREATE FUNCTION end_sessions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM session WHERE user_id = to_jsonb(NEW) ->> TG_ARGV[0]
     AND id IS DISTINCT FROM current_setting('stowline.keeps_session', true);
  RETURN NULL;
END $$;
CREATE TRIGGER person_role_changed AFTER UPDATE OF role ON person FOR EACH ROW
  WHEN (OLD.role IS DISTINCT FROM NEW.role) EXECUTE FUNCTION end_sessions('id');
CREATE TRIGGER account_password_changed AFTER UPDATE OF password ON account FOR EACH ROW
  WHEN (OLD.password IS DISTINCT FROM NEW.password) EXECUTE FUNCTION end_sessions('user_id');
-- end prisma/constraints/70-sessions.sql

-- begin lib/sites/begin-sign-in.sql
-- lib/sites/begin-sign-in.ts says what it is for.
CREATE OR REPLACE FUNCTION begin_sign_in(account text, address text) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  moment timestamptz := clock_timestamp();
  wait_seconds int;
BEGIN
  INSERT INTO sign_in_throttle (subject) SELECT unnest(ARRAY[account, address]) ORDER BY 1 ON CONFLICT DO NOTHING;
  -- In one order, so that two who begin at once wait for each other and never for good.
  PERFORM FROM sign_in_throttle WHERE subject IN (account, address) ORDER BY subject FOR UPDATE;
  SELECT ceil(extract(epoch FROM max(blocked_until) - moment)) INTO wait_seconds
    FROM sign_in_throttle WHERE subject IN (account, address) AND blocked_until > moment;
  IF wait_seconds IS NOT NULL THEN RETURN wait_seconds; END IF;
  UPDATE sign_in_throttle AS one
     SET failures = counted.failures, last_at = moment,
         blocked_until = CASE WHEN counted.failures > free
           THEN moment + least(longest, power(2, least(counted.failures - free - 1, 20))) * interval '1 second' END
    FROM (VALUES (account, 5, 300), (address, 100, 60)) AS rule (subject, free, longest)
    JOIN LATERAL (
      SELECT CASE WHEN kept.last_at < moment - interval '15 minutes' THEN 1 ELSE kept.failures + 1 END AS failures
        FROM sign_in_throttle AS kept WHERE kept.subject = rule.subject) AS counted ON true
   WHERE one.subject = rule.subject;
  RETURN 0;
END $$;
-- end lib/sites/begin-sign-in.sql
