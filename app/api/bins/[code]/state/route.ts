import { json, notFound } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { setBinState } from '@/lib/floor/set-bin-state'
import { setBinStateOperation } from '../../../layout-operations'
import { standingSite } from '../../../sites/standing-site'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  PUT: door(setBinStateOperation, async ({ caller, params, body, audit }) => {
    const site = await standingSite(caller, body.site)
    const bin = params.code ?? ''
    const told = body.state === 'closed' ? body : { state: body.state, reason: null }
    const { outcome } = await setBinState(site, bin, told)
    if (outcome === 'unknown') notFound(`No bin ${bin}.`)
    const subject = `${bin} ${told.state}`
    await audit({ subject, siteId: site, isChanged: outcome === 'set' })
    return json({ bin, site, state: told.state, reason: told.reason })
  }),
})
