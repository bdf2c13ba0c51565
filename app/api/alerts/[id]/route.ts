import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { showAlertOperation } from '../../queue-health-operations'
import { knownAlert } from '../known-alert'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(showAlertOperation, async ({ caller, params }) => json(await knownAlert(caller, params.id))),
})
