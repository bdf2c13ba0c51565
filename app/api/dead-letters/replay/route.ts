import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { replayDeadLetters } from '@/lib/queue-health/replay-dead-letters'
import { siteFilter } from '../../paging'
import { replayDeadLettersOperation } from '../../queue-health-operations'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: door(replayDeadLettersOperation, async ({ caller, body, audit }) => {
    const { site, ratePerSecond, ...filter } = body
    const by = caller.kind === 'person' ? caller.name : caller.clientId
    const { replaying, lastDueAt } = await replayDeadLetters(
      { ...filter, siteIds: siteFilter(caller, site) },
      ratePerSecond,
      by,
    )
    const subject = JSON.stringify({ ...body, ids: body.ids?.length, replaying })
    await audit({ subject })
    return json({ replaying, lastDueAt: lastDueAt?.toISOString() ?? null }, 202)
  }),
})
