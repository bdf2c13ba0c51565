import { statement } from '@/lib/platform/db'
import { logger } from '@/lib/platform/logger'

/** Writes down that a key is used, at most once a minute whoever says so. Nobody waits for it, and none is lost by it. */
export function noteKeyUse(id: string): void {
  statement(
    'note-key-use',
    `UPDATE api_key SET last_used_at = now()
      WHERE id = $1 AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute')`,
    [id],
  ).catch((error: unknown) => logger.warn({ error }, 'the use of a key was not noted'))
}
