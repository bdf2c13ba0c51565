import { z } from 'zod'
import { json, notFound, refuse } from '@/app/answers'
import { confirmDivertOperation } from '@/app/api/belt-operations'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { findBelt } from '@/lib/conveyor/find-belt'
import { sitesOf } from '@/lib/sites/rules/may-enter'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: door(confirmDivertOperation, async ({ caller, body, params }) => {
    const decisionId = z.uuid().safeParse(params.decisionId).data?.toLowerCase()
    const noDecision = `No decision ${params.decisionId}.`
    if (decisionId === undefined) notFound(noDecision)
    const confirming = await findBelt().confirm(decisionId, body, sitesOf(caller))
    if (!confirming) notFound(noDecision)
    if (confirming.outcome === 'told-otherwise')
      refuse({ status: 409, title: 'Told otherwise', detail: `This box was ${confirming.was} before.` })
    return json(confirming.confirmed)
  }),
})
