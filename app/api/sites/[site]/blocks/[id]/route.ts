import { notFound } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { liftBlock } from '@/lib/floor/lift-block'
import { liftBlockOperation } from '../../../../layout-operations'
import { standingSite } from '../../../standing-site'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  DELETE: door(liftBlockOperation, async ({ caller, params, audit }) => {
    const site = await standingSite(caller, params.site)
    const id = /^\d{1,9}$/.test(params.id ?? '') ? Number(params.id) : 0
    const by = caller.kind === 'person' ? caller.name : caller.clientId
    const { outcome } = await liftBlock(site, id, by)
    if (outcome === 'unknown') notFound(`No block ${params.id}.`)
    await audit({ subject: String(id), siteId: site, isChanged: outcome === 'lifted' })
    return new Response(null, { status: 204 })
  }),
})
