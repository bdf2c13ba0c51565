import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { showRunOperation } from '../../run-operations'
import { knownRun } from '../known-run'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(showRunOperation, async ({ caller, params }) => json(await knownRun(caller, params.id))),
})
