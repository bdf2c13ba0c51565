import { existsSync, readdirSync, readFileSync } from 'node:fs'

/**
 * The pid of a supervised part of one house, by what its environment says of it; undefined when it does not run.
 * @throws Error where the system does not tell (only Linux has /proc)
 */
export function findProcess(name: string, dataFolder: string): number | undefined {
  if (!existsSync('/proc/self/environ')) throw new Error('finding a process to kill needs Linux (/proc)')
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .map(Number)
    .find((pid) => {
      const settings = environmentOf(pid)
      return settings.includes(`STOWLINE_PROCESS=${name}`) && settings.includes(`STOWLINE_DATA=${dataFolder}`)
    })
}

function environmentOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0')
  } catch {
    return [] // it ended while we looked, or is another account's
  }
}
