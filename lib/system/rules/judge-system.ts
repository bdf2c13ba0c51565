import type { Backup, HouseProcess, Part, ProcessFigures, Standing } from '../schema'

/** A sign is given every 5 s. */
const SILENT_SECONDS = 15
const SKEW_MS = [500, 5_000] as const
const LOOP_LAG_MS = [100, 1_000] as const
const FREE_SHARE = [0.15, 0.05] as const
const BACKUP_HOURS = [26, 50] as const
const OUTBOX_SECONDS = [10, 60] as const
const WATCHER_SECONDS = 15

const RANK: Record<Standing, number> = { ok: 0, warning: 1, failed: 2 }

/** The worst of them all; well when there are none. */
export const worst = (standings: Standing[]): Standing =>
  standings.reduce((one, other) => (RANK[other] > RANK[one] ? other : one), 'ok')

const above = (value: number, [warning, failed]: readonly [number, number]): Standing =>
  value > failed ? 'failed' : value > warning ? 'warning' : 'ok'

/** How a process stands by its last sign, and what is the matter with it. */
export function judgeProcess(
  figures: ProcessFigures,
  silentSeconds: number,
): Pick<HouseProcess, 'standing' | 'says'> {
  const { skewMs, loopLagMs, diskFreeBytes, diskBytes, waitingStatements } = figures
  if (silentSeconds > SILENT_SECONDS)
    return { standing: 'failed', says: `has given no sign of life for ${Math.round(silentSeconds)} s` }
  const free = diskBytes === 0 ? 1 : diskFreeBytes / diskBytes
  const found: [Standing, string][] = [
    [
      free < FREE_SHARE[1] ? 'failed' : free < FREE_SHARE[0] ? 'warning' : 'ok',
      `${Math.round(free * 100)} % of its disk is free`,
    ],
    [above(Math.abs(skewMs ?? 0), SKEW_MS), `its clock is ${skewMs} ms away from the database’s`],
    [above(loopLagMs, LOOP_LAG_MS), `it comes back ${Math.round(loopLagMs)} ms late`],
    [waitingStatements > 0 ? 'warning' : 'ok', `${waitingStatements} statements wait for a connection`],
  ]
  const wrong = found.filter(([standing]) => standing !== 'ok')
  return {
    standing: worst(found.map(([standing]) => standing)),
    says: wrong.length === 0 ? 'runs' : wrong.map(([, says]) => says).join('; '),
  }
}

/** The night shift's own signs: of the engine, or of the relay to a server. */
export function judgeEngine(signs: { seconds: number; trouble: string | null }[]): Part {
  const part = 'Night shift'
  const fresh = signs.filter(({ seconds }) => seconds < SILENT_SECONDS)
  const well = fresh.filter(({ trouble }) => trouble === null)
  if (fresh.length === 0) return { part, standing: 'failed', says: 'gives no sign of life' }
  if (well.length === 0) return { part, standing: 'failed', says: `cannot work: ${fresh[0]?.trouble}` }
  const says = well.length === 1 ? 'works' : `${well.length} of them work`
  return { part, standing: 'ok', says }
}

export function judgeWatcher(seconds: number | null): Part {
  const part = 'Watcher'
  if (seconds === null) return { part, standing: 'failed', says: 'has never looked' }
  if (seconds > WATCHER_SECONDS)
    return { part, standing: 'failed', says: `has not looked for ${Math.round(seconds)} s: alerts are blind` }
  return { part, standing: 'ok', says: `looked ${Math.round(seconds)} s ago` }
}

export function judgeOutbox(waiting: number, oldestSeconds: number): Part {
  const standing = above(oldestSeconds, OUTBOX_SECONDS)
  const says =
    waiting === 0 ? 'nothing waits' : `${waiting} events wait, the oldest for ${Math.round(oldestSeconds)} s`
  return { part: 'Outbox', standing, says }
}

/** When there was last a backup that is of use. None at all is a warning: nobody may have set them up. */
export function judgeBackups(backups: Backup[], now: Date): Part {
  const part = 'Backup'
  const useful = backups.flatMap(({ finishedAt, error }) =>
    finishedAt !== null && error === null ? [Date.parse(finishedAt)] : [],
  )
  if (useful.length === 0) return { part, standing: 'warning', says: 'none was ever finished' }
  const hours = (now.getTime() - Math.max(...useful)) / 3_600_000
  return { part, standing: above(hours, BACKUP_HOURS), says: `the last is ${ageWords(hours)} old` }
}

const ageWords = (hours: number): string =>
  hours < 1 ? `${Math.max(0, Math.round(hours * 60))} min` : `${Math.round(hours)} h`
