import { readdirSync, readFileSync } from 'node:fs'

const TICK_MS = 10 // USER_HZ is 100 on every Linux we know

type Process = { pid: number; parent: number; name: string; cpuMs: number }

/** CPU milliseconds so far of the parts of the house that this bench opened. */
export function cpuOfHouse(): Record<string, number> {
  return cpuOfProcesses(process.pid, (command, isRoot) => {
    if (isRoot) return 'bench'
    if (command.includes('postgres')) return 'postgres'
    if (command.includes('night-shift')) return 'night shift'
    if (command.includes('payment-sandbox')) return 'sandbox'
    return 'web'
  })
}

/** CPU time so far of this process's descendants, by the part of the house they are (Linux only: reads /proc). */
function cpuOfProcesses(
  rootPid: number,
  partOf: (command: string, isRoot: boolean) => string,
): Record<string, number> {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap(readProcess)
  const inside = new Set([rootPid])
  // Parents have lower numbers only by chance, so grow until nothing is added.
  for (let size = 0; size !== inside.size; ) {
    size = inside.size
    for (const one of all) if (inside.has(one.parent)) inside.add(one.pid)
  }
  const sums: Record<string, number> = {}
  for (const one of all) {
    if (!inside.has(one.pid)) continue
    const part = partOf(one.name, one.pid === rootPid)
    sums[part] = (sums[part] ?? 0) + one.cpuMs
  }
  return sums
}

function readProcess(name: string): Process[] {
  try {
    const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
    const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    // Own time and that of children that ended: without the latter a closed connection's backend would vanish.
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0)
    return [{ pid: Number(name), parent: Number(fields[1]), name: command, cpuMs: ticks * TICK_MS }]
  } catch {
    return [] // it ended while we looked
  }
}
