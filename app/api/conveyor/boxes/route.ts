import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { expectBoxes } from '@/lib/conveyor/expect-boxes'
import { recordAudit } from '@/lib/sites/record-audit'
import { expectBoxesOperation } from '../../belt-feed-operations'
import { standingSite } from '../../sites/standing-site'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: door(expectBoxesOperation, async ({ caller, body, requestId }) => {
    const siteId = await standingSite(caller, body.site)
    const { accepted } = await expectBoxes(siteId, body.boxes, { corrects: true })
    const audit = { actor: caller.clientId, action: 'expectBoxes', subject: `${accepted} boxes` }
    if (caller.kind === 'person') await recordAudit({ ...audit, outcome: 'allowed', siteId, requestId })
    return json({ accepted })
  }),
})
