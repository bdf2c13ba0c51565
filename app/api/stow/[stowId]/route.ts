import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { showStowOperation } from '../../stow-operations'
import { knownStow } from '../known-stow'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(showStowOperation, async ({ caller, params }) => json(await knownStow(caller, params.stowId))),
})
