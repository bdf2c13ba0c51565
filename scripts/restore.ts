import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { restoreBackup } from '@/lib/platform/restore-backup'

const optionsSchema = z.object({
  from: z.string().min(1, 'name the backup folder, or set STOWLINE_BACKUP'),
  into: z.string().min(1),
  to: z.iso
    .datetime({ offset: true })
    .transform((text) => new Date(text))
    .optional(),
})
const say = (line: string): void => void process.stdout.write(`${line}\n`)

/**
 * `npm run restore -- --into DIR [--to 2026-11-22T10:00:00Z] [--from FOLDER]`: brings the database of a backup folder
 * (STOWLINE_BACKUP) back into a data folder that has none, as it was at a moment or as late as there is.
 */
async function main(): Promise<void> {
  if (process.env.DATABASE_URL)
    throw new Error(
      'DATABASE_URL names a Postgres of your own: bring it back by its own tools (deploy/backup.md), or unset it',
    )
  const { values } = parseArgs({
    options: { from: { type: 'string' }, into: { type: 'string' }, to: { type: 'string' } },
  })
  const parsed = optionsSchema.safeParse({
    ...values,
    from: values.from ?? process.env.STOWLINE_BACKUP ?? '',
  })
  if (!parsed.success)
    throw new Error(
      parsed.error.issues.map((issue) => `--${issue.path.join('.')}: ${issue.message}`).join('; '),
    )
  const { from, into, to } = parsed.data
  const { base, lastCommitAt } = await restoreBackup({
    folder: resolve(from),
    dataFolder: into,
    to,
    log: say,
  })
  const until = lastCommitAt?.toISOString() ?? `${base.finishedAt}, the base backup itself`
  say(`Brought back; the last transaction is of ${until}.`)
  say(`Start it with STOWLINE_DATA=${into} npm start`)
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
