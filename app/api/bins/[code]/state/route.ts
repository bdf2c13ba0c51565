import { json, notFound } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { setBinState } from '@/lib/floor/set-bin-state'
import { recordAudit } from '@/lib/sites/record-audit'
import { setBinStateOperation } from '../../../layout-operations'
import { standingSite } from '../../../sites/standing-site'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  PUT: door(setBinStateOperation, async ({ caller, params, body, requestId }) => {
    const site = await standingSite(caller, body.site)
    const bin = params.code ?? ''
    const told = body.state === 'closed' ? body : { state: body.state, reason: null }
    const { outcome } = await setBinState(site, bin, told)
    if (outcome === 'unknown') notFound(`No bin ${bin}.`)
    const subject = `${bin} ${told.state}`
    const audit = { actor: caller.clientId, action: 'setBinState', subject, siteId: site, requestId }
    if (outcome === 'set') await recordAudit({ ...audit, outcome: 'allowed' })
    return json({ bin, site, state: told.state, reason: told.reason })
  }),
})
