import { json, refuse } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { discardDeadLetter } from '@/lib/queue-health/discard-dead-letter'
import { discardDeadLetterOperation } from '../../../queue-health-operations'
import { knownLetter } from '../../known-letter'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: door(discardDeadLetterOperation, async ({ caller, params, audit }) => {
    const { id, site, subject } = await knownLetter(caller, params.id)
    const { outcome } = await discardDeadLetter(id, caller.kind === 'person' ? caller.name : caller.clientId)
    if (outcome === 'not-dead') refuse({ status: 409, title: 'The dead letter is not dead (any more)' })
    await audit({ subject: `${id} ${subject}`, siteId: site })
    return json(await knownLetter(caller, id))
  }),
})
