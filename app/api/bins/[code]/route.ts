import { json, notFound } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { findBin } from '@/lib/inventory/find-bin'
import { showBinOperation } from '../../stow-operations'
import { oneSite } from '../one-site'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(showBinOperation, async ({ caller, query, params }) => {
    const site = oneSite(caller, query.site)
    return json((await findBin(params.code ?? '', site)) ?? notFound(`No bin ${params.code}.`))
  }),
})
