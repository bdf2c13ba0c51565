-- Whoever gets another role or another password begins anew everywhere, whatever it was changed by.
CREATE FUNCTION end_sessions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM session WHERE user_id = to_jsonb(NEW) ->> TG_ARGV[0];
  RETURN NULL;
END $$;
CREATE TRIGGER person_role_changed AFTER UPDATE OF role ON person FOR EACH ROW
  WHEN (OLD.role IS DISTINCT FROM NEW.role) EXECUTE FUNCTION end_sessions('id');
CREATE TRIGGER account_password_changed AFTER UPDATE OF password ON account FOR EACH ROW
  WHEN (OLD.password IS DISTINCT FROM NEW.password) EXECUTE FUNCTION end_sessions('user_id');
