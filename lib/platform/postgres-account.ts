import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, lstatSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The account Postgres runs under; absent means ours. Postgres refuses to run as root. */
export type Account = { uid: number; gid: number }

/**
 * The account for a cluster: ours, unless we are root. A cluster stays with the account that made it, whatever accounts
 * the machine gets later.
 * @param entrance the cluster's folder, or a link to it; need not exist
 */
export function findAccount(entrance: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  const owner = existsSync(entrance) ? statSync(entrance) : undefined
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const lines = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8').split('\n') : []
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(':') ?? []
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) }
  }
  return { uid: 65_534, gid: 65_534 }
}

/** Whether the account may walk to a folder and into it. */
export function mayEnter(folder: string, account: Account): boolean {
  return (
    spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...account, cwd: '/', stdio: 'ignore' })
      .status === 0
  )
}

/** A place that every account may walk to and only root may write to. */
export function systemFolder(): string {
  for (const parent of ['/var/lib', tmpdir()]) {
    const folder = join(parent, 'stowline')
    try {
      mkdirSync(folder, { recursive: true })
      if (lstatSync(folder).uid !== 0 || !lstatSync(folder).isDirectory()) continue
      chmodSync(folder, 0o755)
      return folder
    } catch {
      // Read-only, or not there: the next one.
    }
  }
  throw new Error(
    'Found no folder for the database that Postgres may enter: start as an ordinary user, or set DATABASE_URL',
  )
}
