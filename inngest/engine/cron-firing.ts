import { Cron } from 'croner'

const zoned = /^TZ=(\S+)\s+(.+)$/

function schedule(expression: string): Cron {
  const [, timezone = 'UTC', pattern = expression] = zoned.exec(expression) ?? []
  return new Cron(pattern, { timezone, paused: true, mode: '5-or-6-parts' })
}

/** Why an expression is not a schedule, or null. Five or six fields, with `TZ=Europe/Berlin ` before them or UTC. */
export function cronProblem(expression: string): string | null {
  try {
    return schedule(expression).nextRun() === null ? 'it never fires' : null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** The first firing after an instant. */
export function nextFiring(expression: string, after: Date): Date | null {
  return schedule(expression).nextRun(after)
}

/**
 * Which firing is due at `now`, for a job that was due at `dueAt`: the latest one, so that firings missed while no
 * engine ran do not pile up.
 */
export function firingDue(expression: string, dueAt: Date, now: Date): Date {
  const next = nextFiring(expression, dueAt)
  if (next === null || next > now) return dueAt
  const [latest] = schedule(expression).previousRuns(1, new Date(now.getTime() + 1_000))
  return latest && latest <= now ? latest : next
}
