import { z } from 'zod'
import { opcodeSchema } from './call-function'
import type { Commit } from './group-commits'
import { savedStep } from './rules/next-change'

const checkpointSchema = z.object({
  run_id: z.string(),
  qi_id: z.string(),
  generation_id: z.number().int(),
  request_started_at: z.number(),
  steps: z.array(opcodeSchema),
})

/**
 * Saves the steps a call has done so far; the SDK goes on with the function only after the answer, so a step is
 * durable before the next begins. 409 tells a call whose lease was lost to stop.
 */
export async function receiveCheckpoint(body: unknown, commit: Commit): Promise<Response> {
  const checkpoint = checkpointSchema.parse(body)
  const unexpected = checkpoint.steps.find(({ op }) => op !== 'StepRun')
  if (unexpected) return Response.json({ error: `cannot checkpoint ${unexpected.op}` }, { status: 400 })
  const held = await commit({
    jobId: checkpoint.qi_id,
    generation: checkpoint.generation_id,
    runId: checkpoint.run_id,
    startedAt: new Date(checkpoint.request_started_at),
    steps: checkpoint.steps.map(savedStep),
    fate: { kind: 'keep' },
  })
  return held ? Response.json({}) : Response.json({ error: 'stale dispatch' }, { status: 409 })
}
