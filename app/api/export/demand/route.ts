import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { exportDemand } from '@/lib/replenishment/export-demand'
import type { DemandFormat } from '@/lib/replenishment/schema'
import { exportDemandOperation } from '../../demand-operations'
import { knownSite } from '../../paging'

const CONTENT_TYPES: Record<DemandFormat, string> = {
  csv: 'text/csv; charset=utf-8; header=present',
  parquet: 'application/vnd.apache.parquet',
}

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(exportDemandOperation, async ({ caller, query }) => {
    const { format, ...asked } = query
    const file = exportDemand(format, { ...asked, site: knownSite(caller, query.site) })
    return new Response(file, {
      headers: {
        'content-type': CONTENT_TYPES[format],
        'content-disposition': `attachment; filename="stowline-demand.${format}"`,
        'cache-control': 'no-store',
      },
    })
  }),
})
