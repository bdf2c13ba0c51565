import { json, notFound } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { findBin } from '@/lib/inventory/find-bin'
import { listLedger } from '@/lib/inventory/list-ledger'
import { nextLink } from '../../../paging'
import { showBinHistoryOperation } from '../../../stow-operations'
import { oneSite } from '../../one-site'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(showBinHistoryOperation, async ({ request, caller, query, params }) => {
    const site = oneSite(caller, query.site)
    const { bin } = (await findBin(params.code ?? '', site)) ?? notFound(`No bin ${params.code}.`)
    const page = await listLedger({ siteIds: [site], bin, limit: query.limit, cursor: query.cursor })
    return json(page, 200, nextLink(request, page.nextCursor))
  }),
})
