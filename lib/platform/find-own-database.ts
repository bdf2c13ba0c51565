import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { findPostmaster } from './postgres-process'

/** The address of the embedded Postgres that runs in a data folder; undefined where none does. For its owner only. */
export function findOwnDatabase(dataFolder: string): string | undefined {
  const entrance = join(dataFolder, 'postgres')
  if (!existsSync(join(entrance, 'data'))) return undefined
  const folder = realpathSync(entrance)
  const running = findPostmaster({ cluster: join(folder, 'data') })
  if (!running) return undefined
  const password = readFileSync(join(folder, 'password'), 'utf8')
  return `postgresql://postgres:${password}@127.0.0.1:${running.port}/stowline`
}
