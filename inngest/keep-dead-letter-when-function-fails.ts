import { z } from 'zod'
import { stepEventSchema } from '@/lib/orders/events'
import { recordStepError } from '@/lib/orders/record-step-error'
import { keepDeadLetter } from '@/lib/queue-health/keep-dead-letter'
import { inngest } from './client'
import { readEvent } from './read-event'
import { STEP_FUNCTIONS } from './step-functions'

/** What an engine says of a run that it gave up. */
const failedSchema = z.object({
  function_id: z.string(),
  run_id: z.string(),
  event: z.object({ id: z.string().default(''), name: z.string(), data: z.record(z.string(), z.unknown()) }),
  error: z.object({ message: z.string() }).loose(),
})
type Failed = z.infer<typeof failedSchema>

/** What a replay adds to the event's id. */
const REPLAY = /~\d+$/

/**
 * Work that an engine gave up, for whatever reason, is kept: as the step of an order where it was one, else as the
 * event. The run's id is the death's, so that being told twice keeps it once.
 */
export const keepDeadLetterWhenFunctionFails = inngest.createFunction(
  {
    id: 'keep-dead-letter-when-function-fails',
    retries: 20,
    triggers: [{ event: 'inngest/function.failed' }],
  },
  async ({ event, step }) => {
    const failed = readEvent(failedSchema, event.data)
    const functionId = failed.function_id.replace(/^stowline-/, '')
    return step.run('keep', () => keepStep(functionId, failed) ?? keepEvent(functionId, failed))
  },
)

function keepStep(functionId: string, { run_id, event, error }: Failed): Promise<unknown> | null {
  const kind = STEP_FUNCTIONS[functionId]
  const owed = stepEventSchema.safeParse({ ...event.data, kind })
  if (!kind || !owed.success) return null
  const { orderNumber, site } = owed.data
  return recordStepError(kind, orderNumber, 'failed', error.message).then(({ attempts }) =>
    // An order that does not owe it (any more) has nothing that could be replayed.
    attempts === null
      ? null
      : keepDeadLetter({
          key: `step:${orderNumber}:${kind}`,
          kind: 'step',
          siteId: site,
          queue: kind,
          subject: orderNumber,
          payload: owed.data,
          error: error.message,
          attempts,
          death: run_id,
        }),
  )
}

function keepEvent(functionId: string, { run_id, event, error }: Failed): Promise<unknown> {
  const { site } = event.data
  const eventId = event.id.replace(REPLAY, '') || run_id
  return keepDeadLetter({
    key: `event:${eventId}`,
    kind: 'event',
    siteId: typeof site === 'string' ? site : null,
    queue: functionId,
    subject: eventId,
    payload: { name: event.name, data: event.data },
    error: error.message,
    attempts: 1,
    death: run_id,
  })
}
