import { z } from 'zod'
import { notFound, refuse } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { expeditePickList } from '@/lib/picking/expedite-pick-list'
import { findSiteOfPickList } from '@/lib/picking/queries'
import { mayKnow } from '@/lib/sites/rules/may-enter'
import { expeditePickListOperation } from '../../../picking-operations'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: door(expeditePickListOperation, async ({ caller, params, audit }) => {
    const { id = '' } = params
    const site = z.uuid().safeParse(id).success ? await findSiteOfPickList(id) : null
    if (site === null || !mayKnow(caller, site)) notFound(`No pick list ${id}.`)
    const expediting = await expeditePickList(id)
    if (expediting.outcome === 'unknown') notFound(`No pick list ${id}.`)
    if (expediting.outcome === 'not-open')
      refuse({ status: 409, title: `The pick list is ${expediting.state}` })
    await audit({ subject: id, siteId: site })
    return new Response(null, { status: 204 })
  }),
})
