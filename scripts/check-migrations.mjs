// Fails when the migrations don't make what the models and SQL files say, when a published migration was edited, or when a
// new one could hurt processes of the version before that still serve.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { withDraftPostgres } from './draft-postgres.mjs'
import { MIGRATIONS, migrationNames, prismaDiff, unmigratedFiles } from './migration-parts.mjs'
import { hurts } from './migration-rules.mjs'
import { root, runCommand } from './run-command.mjs'

const complaints = []

for (const path of unmigratedFiles()) {
  complaints.push(`${path} is not in the migrations as it is now, so no database has it.`)
}
const drift = await withDraftPostgres(prismaDiff)
if (drift) complaints.push(`The models and the migrations differ. A migration still has to say:\n${drift}`)
if (complaints.length > 0) complaints.push('Write it with: npm run migration -- what_changes')

for (const name of migrationNames()) {
  const sql = readFileSync(join(root, MIGRATIONS, name, 'migration.sql'), 'utf8')
  for (const why of hurts(name, sql))
    complaints.push(`${name} ${why}: deploy/README.md says how to go about it, or why it may be so.`)
}

// The opening day may be written anew while it is alone; later, databases out there have applied what git knows.
if (migrationNames().length > 1) {
  const { code, output } = await runCommand('git', [
    'diff',
    '--name-only',
    '--diff-filter=MDR',
    'HEAD',
    '--',
    MIGRATIONS,
  ])
  for (const path of code === 0 ? output.split('\n').filter((line) => line.endsWith('migration.sql')) : []) {
    complaints.push(
      `${path} was committed and is now different: databases that applied it would refuse to start. Write a new one.`,
    )
  }
}

for (const complaint of complaints) console.error(complaint)
process.exit(complaints.length > 0 ? 1 : 0)
