import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { exportEvents } from '@/lib/downstream/export-events'
import type { ExportFormat } from '@/lib/downstream/schema'
import { exportEventsOperation } from '../../downstream-operations'
import { siteFilter } from '../../paging'

const CONTENT_TYPES: Record<ExportFormat, string> = {
  ndjson: 'application/x-ndjson',
  csv: 'text/csv; charset=utf-8; header=present',
  parquet: 'application/vnd.apache.parquet',
}

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(exportEventsOperation, async ({ caller, query }) => {
    const { format, types, site, from, to } = query
    const file = exportEvents(format, {
      siteIds: siteFilter(caller, site),
      types,
      from: from === undefined ? undefined : new Date(from),
      to: to === undefined ? undefined : new Date(to),
    })
    return new Response(file, {
      headers: {
        'content-type': CONTENT_TYPES[format],
        'content-disposition': `attachment; filename="stowline-events.${format}"`,
        'cache-control': 'no-store',
      },
    })
  }),
})
