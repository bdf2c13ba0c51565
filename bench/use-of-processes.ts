import { readdirSync, readFileSync } from 'node:fs'

const TICK_MS = 10 // USER_HZ is 100 on every Linux we know
const PAGE_BYTES = 4_096

/** What a part of the house has used so far and holds now; of several processes the sum. */
export type Use = { cpuMs: number; memoryBytes: number; handles: number }
type Process = Use & { pid: number; parent: number; name: string }

/** CPU milliseconds so far of the parts of the house that this bench opened. */
export const cpuOfHouse = (): Record<string, number> =>
  Object.fromEntries(Object.entries(houseUses()).map(([part, { cpuMs }]) => [part, cpuMs]))

/** The parts of the house that this bench opened (Linux only: reads /proc). Shared pages count in every process that has them. */
export function houseUses(): Record<string, Use> {
  const uses: Record<string, Use> = {}
  for (const { pid, name, ...use } of descendantsOf(process.pid)) {
    const part = pid === process.pid ? 'bench' : partOf(name)
    const sum = uses[part] ?? { cpuMs: 0, memoryBytes: 0, handles: 0 }
    uses[part] = {
      cpuMs: sum.cpuMs + use.cpuMs,
      memoryBytes: sum.memoryBytes + use.memoryBytes,
      handles: sum.handles + use.handles,
    }
  }
  return uses
}

function partOf(command: string): string {
  if (command.includes('postgres')) return 'postgres'
  if (command.includes('night-shift')) return 'night shift'
  if (command.includes('payment-sandbox')) return 'sandbox'
  return 'web'
}

function descendantsOf(rootPid: number): Process[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap(readProcess)
  const inside = new Set([rootPid])
  // Parents have lower numbers only by chance, so grow until nothing is added.
  for (let size = 0; size !== inside.size; ) {
    size = inside.size
    for (const one of all) if (inside.has(one.parent)) inside.add(one.pid)
  }
  return all.filter(({ pid }) => inside.has(pid))
}

function readProcess(name: string): Process[] {
  try {
    const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
    const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ')
    const [, resident] = readFileSync(`/proc/${name}/statm`, 'utf8').split(' ')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    // Own time and that of children that ended: without the latter a closed connection's backend would vanish.
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0)
    return [
      {
        ...{ pid: Number(name), parent: Number(fields[1]), name: command, cpuMs: ticks * TICK_MS },
        memoryBytes: Number(resident) * PAGE_BYTES,
        handles: readdirSync(`/proc/${name}/fd`).length,
      },
    ]
  } catch {
    return [] // it ended while we looked
  }
}
