import { json, refuse } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { finishCount } from '@/lib/inventory/finish-count'
import { finishCountOperation } from '../../../stock-operations'
import { knownCount, nameOf } from '../../known-count'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: door(finishCountOperation, async ({ caller, params, audit }) => {
    const { id, site: siteId } = await knownCount(caller, params.id)
    const finish = await finishCount(id, nameOf(caller), new Date())
    if (finish.outcome === 'nothing-counted') refuse({ status: 409, title: 'Nothing is counted yet' })
    if (finish.outcome === 'not-open') refuse({ status: 409, title: `The count is ${finish.state}` })
    await audit({ subject: id, siteId })
    return json(await knownCount(caller, id))
  }),
})
