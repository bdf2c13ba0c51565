// A migration is Prisma's diff, and the texts of the SQL files that changed, each between two marks that name it.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, runProgram } from './run-command.mjs'

export const MIGRATIONS = 'prisma/migrations'
const CONSTRAINTS = 'prisma/constraints'
/** Comes before the tables, which may need it. */
export const EXTENSIONS = `${CONSTRAINTS}/00-extensions.sql`

const read = (path) => readFileSync(join(root, path), 'utf8').trimEnd()

export function migrationNames() {
  if (!existsSync(join(root, MIGRATIONS))) return []
  const isMigration = (name) => existsSync(join(root, MIGRATIONS, name, 'migration.sql'))
  return readdirSync(join(root, MIGRATIONS)).filter(isMigration).sort()
}

/** Every SQL file whose text a migration must carry, in the order they are applied: constraints, then functions. */
export function sqlFiles() {
  const below = (folder) =>
    existsSync(join(root, folder))
      ? readdirSync(join(root, folder), { recursive: true })
          .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
          .filter((path) => path.endsWith('.sql'))
          .sort()
      : []
  return [...below(CONSTRAINTS), ...below('lib'), ...below('inngest')]
}

/** The last text that the migrations hold of each SQL file. */
export function migratedTexts() {
  const texts = new Map()
  for (const name of migrationNames()) {
    const sql = read(`${MIGRATIONS}/${name}/migration.sql`)
    for (const [, path, text] of sql.matchAll(/^-- begin (\S+)\n([\s\S]*?)\n-- end \1$/gm))
      texts.set(path, text)
  }
  return texts
}

/** SQL files that the migrations don't hold as they are now. */
export function unmigratedFiles() {
  const texts = migratedTexts()
  return sqlFiles().filter((path) => texts.get(path) !== read(path))
}

/** A constraint or an extension is made once; a function is replaced as often as it changes. */
export const isMadeOnce = (path) => path.startsWith(`${CONSTRAINTS}/`)

export const sectionOf = (path) => `-- begin ${path}\n${read(path)}\n-- end ${path}\n`

/** Prisma's SQL from the migrations, or from nothing, to the models; empty when there is no difference. */
export async function prismaDiff(databaseUrl) {
  const from = migrationNames().length > 0 ? ['--from-migrations', MIGRATIONS] : ['--from-empty']
  const args = ['migrate', 'diff', ...from, '--to-schema', 'prisma', '--script', '--exit-code']
  const { code, output } = await runProgram('prisma/build/index.js', args, {
    DATABASE_URL: databaseUrl,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    NO_COLOR: '1',
  })
  if (code === 0) return ''
  if (code !== 2) throw new Error(`prisma migrate diff failed:\n${output}`)
  return output.replace(/^Loaded Prisma config.*\n+/m, '').trim()
}
