import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { readPickingRules } from '@/lib/picking/read-picking-rules'
import { setPickingRules } from '@/lib/picking/set-picking-rules'
import { setPickingRulesOperation, showPickingRulesOperation } from '../../../picking-rules-operations'
import { standingSite } from '../../standing-site'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(showPickingRulesOperation, async ({ caller, params }) =>
    json(await readPickingRules(await standingSite(caller, params.site))),
  ),
  PUT: door(setPickingRulesOperation, async ({ caller, params, body, audit }) => {
    const site = await standingSite(caller, params.site)
    const setting = await setPickingRules(site, body, new Date())
    await audit({ subject: JSON.stringify(body), siteId: site, isChanged: setting.outcome === 'set' })
    return json(body)
  }),
})
