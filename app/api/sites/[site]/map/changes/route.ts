import { jsonText } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { readBinHistory } from '@/lib/inventory/read-bin-history'
import { showBinHistoryOperation } from '../../../../map-operations'
import { knownSite } from '../../../../paging'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(showBinHistoryOperation, async ({ caller, query, params }) => {
    const site = knownSite(caller, params.site ?? '')
    return jsonText(await readBinHistory(site, new Date(query.from), new Date(query.to)))
  }),
})
