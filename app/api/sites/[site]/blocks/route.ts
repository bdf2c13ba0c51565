import { json, refuse } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { blockStretch } from '@/lib/floor/block-stretch'
import { blockStretchOperation } from '../../../layout-operations'
import { standingSite } from '../../standing-site'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: door(blockStretchOperation, async ({ caller, params, body, audit }) => {
    const site = await standingSite(caller, params.site)
    const by = caller.kind === 'person' ? caller.name : caller.clientId
    const blocking = await blockStretch(site, body, by)
    if (blocking.outcome === 'wrong-stretch')
      refuse({ status: 400, title: 'There is no such stretch', detail: blocking.reason })
    const { outcome, block } = blocking
    if (outcome === 'blocked-already') return json(block)
    const { id, aisle, crossRow, fromYMetres = 'front', toYMetres = 'back' } = block
    const what = crossRow === undefined ? `${fromYMetres} to ${toYMetres}` : `cross aisle ${crossRow}`
    const subject = `${id}: ${aisle} ${what}`
    await audit({ subject, siteId: site })
    return json(block, 201, { location: `/api/sites/${encodeURIComponent(site)}/blocks/${id}` })
  }),
})
