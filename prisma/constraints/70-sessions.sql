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
