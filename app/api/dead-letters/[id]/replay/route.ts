import { z } from 'zod'
import { invalid, json, refuse } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { replayDeadLetter } from '@/lib/queue-health/replay-dead-letter'
import { knownSite } from '../../../paging'
import { replayDeadLetterOperation } from '../../../queue-health-operations'
import { knownLetter } from '../../known-letter'

// The letter of an event that named no site is everybody's; where its replay goes is not.
const siteSchema = z.object({ data: z.object({ site: z.string() }) })

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: door(replayDeadLetterOperation, async ({ caller, params, body, audit }) => {
    const { id, site, subject } = await knownLetter(caller, params.id)
    const named = siteSchema.safeParse(body.payload)
    if (named.success) knownSite(caller, named.data.data.site)
    const by = caller.kind === 'person' ? caller.name : caller.clientId
    const replay = await replayDeadLetter(id, body.payload, by)
    if (replay.outcome === 'wrong-payload')
      refuse(invalid('The payload is not right', replay.issues, '/payload'))
    if (replay.outcome === 'not-dead') refuse({ status: 409, title: `The dead letter is ${replay.state}` })
    await audit({ subject: `${id} ${subject}`, siteId: site })
    return json(await knownLetter(caller, id), 202)
  }),
})
