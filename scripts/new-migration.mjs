// `npm run migration -- <name>`: writes the migration from what the migrations make to what the models and SQL files say.
// `npm run migration -- opening_day --replace` writes the only migration anew, as long as there is only one.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withDraftPostgres } from './draft-postgres.mjs'
import {
  EXTENSIONS,
  isMadeOnce,
  MIGRATIONS,
  migratedTexts,
  migrationNames,
  prismaDiff,
  sectionOf,
  unmigratedFiles,
} from './migration-parts.mjs'
import { root } from './run-command.mjs'

const OPENING_DAY = '20261121000000_opening_day'

function refuse(line) {
  console.error(line)
  process.exit(1)
}

const [name, option] = process.argv.slice(2)
const replace = option === '--replace'
if (!/^[a-z0-9_]+$/.test(name ?? '') || (option && !replace))
  refuse('Usage: npm run migration -- what_changes')
if (replace && (name !== 'opening_day' || migrationNames().some((migration) => migration !== OPENING_DAY))) {
  refuse(
    'Only the opening day can be replaced, and only while it is the only migration: databases out there know the others.',
  )
}
if (replace) rmSync(join(root, MIGRATIONS), { recursive: true, force: true })

const changed = unmigratedFiles()
const known = migratedTexts()
const madeBefore = changed.find((path) => isMadeOnce(path) && known.has(path))
if (madeBefore)
  refuse(
    `${madeBefore} is in a migration already and runs only once: put the change into a new file beside it.`,
  )

const tables = await withDraftPostgres(prismaDiff)
const sections = changed.map(sectionOf)
const first = changed[0] === EXTENSIONS ? sections.splice(0, 1) : []
const sql = [...first, ...(tables ? [`${tables}\n`] : []), ...sections].join('\n')
if (!sql) refuse('Nothing to migrate: the migrations already make what the models and SQL files say.')

const timestamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
const folder = `${MIGRATIONS}/${replace ? OPENING_DAY : `${timestamp}_${name}`}`
mkdirSync(join(root, folder), { recursive: true })
writeFileSync(join(root, MIGRATIONS, 'migration_lock.toml'), 'provider = "postgresql"\n')
writeFileSync(join(root, folder, 'migration.sql'), sql)
console.log(
  `Wrote ${folder}/migration.sql: ${tables ? 'tables' : 'no tables'}, ${changed.join(', ') || 'no SQL files'}`,
)
if (/^\s*DROP (TABLE|COLUMN)/im.test(sql)) console.log('It drops something: read it before you commit it.')
