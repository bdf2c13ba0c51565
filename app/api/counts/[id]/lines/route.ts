import { invalid, json, refuse } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { recordCountLines } from '@/lib/inventory/record-count-lines'
import { recordCountLinesOperation } from '../../../stock-operations'
import { knownCount, nameOf } from '../../known-count'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: door(recordCountLinesOperation, async ({ caller, params, body }) => {
    const { id } = await knownCount(caller, params.id)
    const recording = await recordCountLines(id, body, nameOf(caller), new Date())
    if (recording.outcome === 'not-open') refuse({ status: 409, title: `The count is ${recording.state}` })
    if (recording.outcome === 'wrong-lines')
      refuse(invalid('A line is not of this count', recording.errors, ''))
    return json(await knownCount(caller, id))
  }),
})
