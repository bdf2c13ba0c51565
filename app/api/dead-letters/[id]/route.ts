import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { showDeadLetterOperation } from '../../queue-health-operations'
import { knownLetter } from '../known-letter'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(showDeadLetterOperation, async ({ caller, params }) =>
    json(await knownLetter(caller, params.id)),
  ),
})
