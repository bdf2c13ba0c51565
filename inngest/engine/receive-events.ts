import { randomUUID } from 'node:crypto'
import { getAsyncCtx } from 'inngest/experimental'
import { z } from 'zod'
import { statement } from '@/lib/platform/db'
import { storableJson } from './rules/storable-json'

const eventSchema = z.object({
  id: z.string().min(1).optional(),
  name: z.string().min(1).max(512),
  data: z.record(z.string(), z.unknown()).default({}),
  ts: z.number().optional(),
})

const eventsSchema = z.union([z.array(eventSchema), eventSchema.transform((event) => [event])])

const INSERT = `
INSERT INTO outbox_event (event_id, name, subject, data, traceparent, occurred_at)
SELECT e.id, e.name, e.id, e.data, (SELECT traceparent FROM engine_run WHERE id = $2), to_timestamp(e.ts / 1000.0)
FROM json_to_recordset($1) AS e(id text, name text, data jsonb, ts float8)
ON CONFLICT (event_id) DO NOTHING`

/**
 * What functions send goes where every other event goes, the outbox. An event of a step that names no id gets one
 * from its run and step: the step may run twice (a crash before it was saved), the event is still one. The trace goes
 * on with it.
 */
export async function receiveEvents(body: unknown, now: Date): Promise<Response> {
  const parsed = eventsSchema.safeParse(body)
  if (!parsed.success) return refused(z.prettifyError(parsed.error))
  const reserved = parsed.data.find(({ name }) => name.startsWith('inngest/'))
  if (reserved) return refused(`the name ${reserved.name} is reserved`)
  const execution = (await getAsyncCtx())?.execution
  const runId = execution?.ctx.runId ?? null
  const stepId = execution?.executingStep?.hashedId
  const sender = runId && stepId ? `${runId}:${stepId}` : randomUUID()
  const events = parsed.data.map(({ id, name, data: { _inngest, ...data }, ts }, position) => ({
    id: id ?? `${sender}:${position}`,
    name,
    data,
    ts: ts ?? now.getTime(),
  }))
  await statement('engine-receive-events', INSERT, [storableJson(events), runId])
  return Response.json({ ids: events.map(({ id }) => id), status: 200 })
}

function refused(error: string): Response {
  return Response.json({ ids: [], status: 400, error }, { status: 400 })
}
