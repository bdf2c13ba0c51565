import { statement } from '@/lib/platform/db'
import { logger } from '@/lib/platform/logger'

const GATHER_MS = 1_000
const ERROR_CHARACTERS = 500

export type Pulse = 'started' | 'succeeded' | 'failed'
type Beats = { started: number; succeeded: number; failed: number; error: string | null }

let beats = new Map<string, Beats>()
let timer: NodeJS.Timeout | undefined

const WRITE = `
UPDATE function_pulse p SET
  started_at = CASE WHEN b.started > 0 THEN now() ELSE p.started_at END,
  succeeded_at = CASE WHEN b.succeeded > 0 THEN now() ELSE p.succeeded_at END, succeeded = p.succeeded + b.succeeded,
  failed_at = CASE WHEN b.failed > 0 THEN now() ELSE p.failed_at END, failed = p.failed + b.failed,
  last_error = coalesce(b.error, p.last_error)
FROM unnest($1::text[], $2::int[], $3::int[], $4::int[], $5::text[]) AS b(id, started, succeeded, failed, error)
WHERE p.function_id = b.id`

/**
 * Notes that a run of a function began, succeeded or failed, whichever engine runs it. Gathered for a second, so that
 * a thousand runs cost one statement; what a dying process has gathered is lost, which only makes it look less alive.
 */
export function recordPulse(functionId: string, pulse: Pulse, error?: unknown): void {
  const known = beats.get(functionId) ?? { started: 0, succeeded: 0, failed: 0, error: null }
  known[pulse]++
  if (error !== undefined)
    known.error = (error instanceof Error ? error.message : String(error)).slice(0, ERROR_CHARACTERS)
  beats.set(functionId, known)
  if (timer === undefined) timer = setTimeout(() => void flush(), GATHER_MS)
}

async function flush(): Promise<void> {
  timer = undefined
  const gathered = [...beats]
  beats = new Map()
  const column = (name: keyof Beats) => gathered.map(([, one]) => one[name])
  const values = [
    gathered.map(([id]) => id),
    column('started'),
    column('succeeded'),
    column('failed'),
    column('error'),
  ]
  await statement('record-pulse', WRITE, values).catch((error: unknown) => {
    logger.warn({ error }, 'the pulse of the night shift was not written')
  })
}
