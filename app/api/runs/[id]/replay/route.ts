import { json, notFound } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { replayRun } from '@/inngest/runs'
import { replayRunOperation } from '../../../run-operations'
import { knownRun } from '../../known-run'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: door(replayRunOperation, async ({ caller, params, audit }) => {
    const { id, functionId } = await knownRun(caller, params.id)
    const replay = await replayRun(id)
    if (replay.outcome === 'not-found') notFound(`No run ${id}.`)
    const subject = `${functionId} ${id}`
    await audit({ subject })
    return json({ id: replay.runId }, 202, { location: `/api/runs/${replay.runId}` })
  }),
})
