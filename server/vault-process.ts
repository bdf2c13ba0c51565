import { z } from 'zod'
import { keepBackups } from '@/lib/platform/keep-backups'

const settingsSchema = z.object({
  DATABASE_URL: z.string().min(1),
  STOWLINE_BACKUP: z.string().min(1),
  STOWLINE_BACKUP_KEEP: z.coerce.number().int().min(1),
  STOWLINE_BACKUP_KEYS: z
    .string()
    .transform((text) => z.record(z.string(), z.string()).parse(JSON.parse(text))),
})

/**
 * The receiver of the log and the base backups as a process of its own, so that a commit that waits for them never waits
 * for a busy event loop. Ends when its stdin closes; ended by anything else, it is started again and goes on.
 */
async function main(): Promise<void> {
  const settings = settingsSchema.parse(process.env)
  const say = (line: string): void => void process.stdout.write(`${line}\n`)
  const vault = {
    url: settings.DATABASE_URL,
    folder: settings.STOWLINE_BACKUP,
    keep: settings.STOWLINE_BACKUP_KEEP,
    keys: settings.STOWLINE_BACKUP_KEYS,
  }
  const { ended, close } = await keepBackups(vault, say)
  let closing = false
  process.stdin.resume().on('close', () => {
    closing = true
    void close().finally(() => process.exit(0))
  })
  say('receiving the log')
  await ended.catch((error: unknown) => {
    if (!closing) throw error
  })
}

main().catch((error: unknown) => {
  process.stderr.write(`vault: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
