import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { expectBoxes } from '@/lib/conveyor/expect-boxes'
import { expectBoxesOperation } from '../../belt-feed-operations'
import { standingSite } from '../../sites/standing-site'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: door(expectBoxesOperation, async ({ caller, body, audit }) => {
    const siteId = await standingSite(caller, body.site)
    const { accepted } = await expectBoxes(siteId, body.boxes, { corrects: true })
    if (caller.kind === 'person') await audit({ subject: `${accepted} boxes`, siteId })
    return json({ accepted })
  }),
})
