import { json, notFound } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { setAisleDirection } from '@/lib/floor/set-aisle-direction'
import { setAisleDirectionOperation } from '../../../../layout-operations'
import { standingSite } from '../../../standing-site'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  PUT: door(setAisleDirectionOperation, async ({ caller, params, body, audit }) => {
    const site = await standingSite(caller, params.site)
    const setting = await setAisleDirection(site, params.code ?? '', body.direction)
    if (setting.outcome === 'unknown') notFound(`No aisle ${params.code}.`)
    const subject = `${setting.aisle.code} ${body.direction}`
    await audit({ subject, siteId: site, isChanged: setting.outcome === 'set' })
    return json(setting.aisle)
  }),
})
