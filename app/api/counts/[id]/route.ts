import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { showCountOperation } from '../../stock-operations'
import { knownCount } from '../known-count'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(showCountOperation, async ({ caller, params }) => json(await knownCount(caller, params.id))),
})
