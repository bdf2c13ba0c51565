import { statement } from '@/lib/platform/db'

const UNFINISHED = `
SELECT EXISTS (SELECT FROM engine_job WHERE kind <> 'cron')
  OR EXISTS (SELECT FROM outbox_event WHERE relayed_at IS NULL AND starts_with(name, 'inngest/')) AS unfinished`

/** Whether anything that the embedded engine began has not ended: a run, or the failure that its function must hear of. */
export async function hasUnfinishedRuns(): Promise<boolean> {
  const [row] = await statement<{ unfinished: boolean }>('engine-unfinished', UNFINISHED, [])
  return row?.unfinished ?? false
}
