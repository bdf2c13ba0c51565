import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { slot } from '@/lib/platform/slot'
import { recordSpool } from './record-spool'

const HOME = /^(\d+)-/

/**
 * Records what processes of this machine that died had not recorded, and clears their spools away. Two that adopt at a
 * time do no harm: one of them moves a folder, and a fact is kept once.
 * @param folder of all spools of this machine
 * @returns facts that were found
 * @throws what the driver threw, when the database is away: the folders stay for the next time
 */
export async function adoptSpools(folder: string): Promise<number> {
  mkdirSync(folder, { recursive: true })
  let found = 0
  for (const { name } of readdirSync(folder, { withFileTypes: true }).filter((one) => one.isDirectory())) {
    const pid = Number(HOME.exec(name)?.[1])
    // In a container the process before this one had its number, too.
    if (pid === process.pid ? name.includes(slot.self) : isAlive(pid)) continue
    // A name that no other adopter looks for, so that half-read spools are taken up by the next start only.
    const home = join(folder, `${process.pid}-${slot.self}-adopted-${name.replace(HOME, '')}`)
    if (!moved(join(folder, name), home)) continue
    try {
      for (const file of readdirSync(home).sort()) found += await recordSpool(join(home, file))
    } catch (error) {
      moved(home, join(folder, name))
      throw error
    }
    rmSync(home, { recursive: true, force: true })
  }
  return found
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Somebody else's process is one, too.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function moved(from: string, to: string): boolean {
  if (!existsSync(from)) return false
  try {
    renameSync(from, to)
    return true
  } catch {
    return false
  }
}
