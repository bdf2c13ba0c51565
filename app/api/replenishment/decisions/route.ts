import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { decideReorders } from '@/lib/replenishment/decide-reorders'
import { decideReordersOperation } from '../../replenishment-operations'
import { standingSite } from '../../sites/standing-site'
import { nameOf, notPacks } from '../not-packs'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: door(decideReordersOperation, async ({ caller, body, audit }) => {
    const site = await standingSite(caller, body.site)
    const done = await decideReorders(site, body.decisions, nameOf(caller), new Date())
    if (done.outcome === 'not-packs') notPacks(done)
    const { decided, closed } = done
    const states = [...new Set(body.decisions.map(({ state }) => state))].join(', ')
    await audit({ subject: `${states}: ${decided.join(' ')}`, siteId: site, isChanged: decided.length > 0 })
    return json({ decided, closed })
  }),
})
