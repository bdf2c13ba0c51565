import { json, refuse } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { cancelRun } from '@/inngest/runs'
import { cancelRunOperation } from '../../../run-operations'
import { knownRun } from '../../known-run'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: door(cancelRunOperation, async ({ caller, params, audit }) => {
    const { id, functionId } = await knownRun(caller, params.id)
    const { outcome } = await cancelRun(id)
    if (outcome === 'already-ended') refuse({ status: 409, title: 'The run has ended already' })
    const subject = `${functionId} ${id}`
    await audit({ subject })
    return json(await knownRun(caller, id))
  }),
})
