import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  accessSync,
  chownSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { type Account, findAccount, mayEnter, systemFolder } from './postgres-account'
import { type Binaries, findBinaries } from './postgres-binaries'
import { sayWhile } from './say-while'

export type PostgresHome = {
  /** Holds the cluster in data/, the password, the log and the owner's mark. */
  folder: string
  cluster: string
  password: string
  account: Account | undefined
  binaries: Binaries
}

export type Making = Pick<PostgresHome, 'folder' | 'cluster' | 'account' | 'binaries'>

/**
 * Where the embedded Postgres lives and what runs it. Makes the cluster at the first call for a data folder.
 * @param make fills the folder of a cluster that is not there yet, and writes its password
 * @throws Error with one line when no Postgres runs on this machine, or the folder is another account's
 */
export async function preparePostgresHome(
  dataFolder: string,
  durable: boolean,
  log: (line: string) => void,
  make: (making: Making) => Promise<void> = (making) => makeCluster(making, durable, log),
): Promise<PostgresHome> {
  const entrance = join(dataFolder, 'postgres')
  const account = findAccount(entrance)
  const folder = settle(entrance, account, log)
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch {
    throw new Error(`${folder} belongs to another account: start as that account, or move the folder away`)
  }
  const binaries = findBinaries(account, log)
  const cluster = join(folder, 'data')
  if (!existsSync(cluster)) await make({ folder, cluster, account, binaries })
  return { folder, cluster, password: readFileSync(join(folder, 'password'), 'utf8'), account, binaries }
}

/**
 * The folder of the cluster: `.data/postgres`, or, when Postgres's account may not walk there (a clone below /root),
 * a folder of the system with a link to it.
 */
function settle(entrance: string, account: Account | undefined, log: (line: string) => void): string {
  const link = lstatSync(entrance, { throwIfNoEntry: false })
  if (link?.isSymbolicLink()) {
    const target = resolve(dirname(entrance), readlinkSync(entrance))
    return existsSync(target) ? target : makeFolder(target, account)
  }
  if (!link) makeFolder(entrance, account)
  if (!account || mayEnter(entrance, account)) return entrance

  const target = join(systemFolder(), createHash('sha256').update(entrance).digest('hex').slice(0, 16))
  // The data folder that led here is gone, and with it the password: nobody can open what is left.
  rmSync(target, { recursive: true, force: true })
  if (link) renameSync(entrance, target)
  else {
    rmSync(entrance, { recursive: true })
    makeFolder(target, account)
  }
  symlinkSync(target, entrance)
  log(
    `Postgres does not run as root, and its account may not enter ${dirname(entrance)}: the database lives in ${target}`,
  )
  return target
}

function makeFolder(folder: string, account: Account | undefined): string {
  mkdirSync(dirname(folder), { recursive: true })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (account) chownSync(folder, account.uid, account.gid)
  return folder
}

async function makeCluster(
  { folder, cluster, account, binaries }: Making,
  durable: boolean,
  log: (line: string) => void,
) {
  for (const name of readdirSync(folder))
    if (name.startsWith('half-')) rmSync(join(folder, name), { recursive: true })
  const password = join(folder, 'password')
  writeFileSync(password, randomBytes(24).toString('base64url'), { mode: 0o600 })
  if (account) chownSync(password, account.uid, account.gid)
  // Killed half-way, initdb leaves a folder that looks like a cluster: only a finished one gets the name.
  const half = join(folder, `half-${process.pid}`)
  const options = [
    '-U',
    'postgres',
    '-A',
    'scram-sha-256',
    `--pwfile=${password}`,
    '-E',
    'UTF8',
    '--locale=C',
  ]
  // Sorted by code point on every machine, and still knows upper and lower case beyond ASCII.
  options.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8', ...(durable ? [] : ['--no-sync']))
  await sayWhile(log, 'Making the database', () => run(binaries.initdb, ['-D', half, ...options], account))
  renameSync(half, cluster)
}

async function run(command: string, args: string[], account: Account | undefined): Promise<void> {
  const child = spawn(command, args, { ...account, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text))
  const code = await new Promise<number | null>((done, failed) => child.on('error', failed).on('close', done))
  if (code !== 0)
    throw new Error(`initdb failed with ${code}: ${output.trim().split('\n').slice(-3).join(' / ')}`)
}
