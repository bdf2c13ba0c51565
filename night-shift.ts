import { randomUUID } from 'node:crypto'
import { constants, setPriority } from 'node:os'
import { readEnvironment } from '@/lib/platform/environment'

/** Quicker than Inngest's own at first: a mail is late after a minute, the warehouse after 15 s. */
const BACKOFF = {
  delaysMs: [1_000, 2_000, 4_000, 8_000, 15_000, 30_000, 60_000, 120_000, 300_000],
  jitterMs: 500,
}

/**
 * The night shift: the embedded Inngest engine and everything it does, in a process of its own, so that background
 * work never takes a millisecond of a buyer's request and may be killed without one being noticed.
 */
async function main(): Promise<void> {
  readEnvironment()
  // A buyer's request goes first on a busy machine; what is deferred can wait its turn.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
  const [
    { openEngine },
    { functions },
    { inngest, transport },
    { nightShiftBegan },
    { pool, closeDatabase },
    { introduce },
  ] = await Promise.all([
    import('@/inngest/engine/open-engine'),
    import('@/inngest/registry'),
    import('@/inngest/client'),
    import('@/inngest/events'),
    import('@/lib/platform/db'),
    import('@/inngest/introduce'),
  ])
  if (!transport) throw new Error('the deferred work belongs to another Inngest server')
  await introduce()
  const engine = await openEngine({
    client: inngest,
    transport,
    functions,
    concurrency: 64,
    backoff: BACKOFF,
  })
  await pool.query(
    `INSERT INTO outbox_event (event_id, name, subject, data, occurred_at) VALUES ($1, $2, 'night-shift', '{}', now())`,
    [`night-shift.began:${randomUUID()}`, nightShiftBegan],
  )
  let closing = false
  const close = async (): Promise<void> => {
    if (closing) return
    closing = true
    await engine.stop()
    await closeDatabase()
    process.exit(0)
  }
  // The house closed, or died: its end of our stdin is gone.
  process.stdin.resume().on('close', close)
  process.on('SIGTERM', close).on('SIGINT', close)
  process.stdout.write('{"ready":true}\n')
}

main().catch((error: unknown) => {
  process.stderr.write(`night shift: ${error instanceof Error ? error.stack : String(error)}\n`)
  process.exit(1)
})
