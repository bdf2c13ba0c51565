import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { readFloorMap } from '@/lib/floor/read-floor-map'
import { showMapOperation } from '../../../map-operations'
import { knownSite } from '../../../paging'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(showMapOperation, async ({ request, caller, query, params }) => {
    const { version, json } = await readFloorMap(knownSite(caller, params.site ?? ''), query.shape)
    // A site without a plan has no version to tell one map from another by.
    const etag = version > 0 ? `"${query.shape}-${version}"` : null
    const headers = { 'cache-control': 'private, no-cache', ...(etag ? { etag } : {}) }
    // What is compressed on its way comes back marked as weak.
    const has =
      request.headers
        .get('if-none-match')
        ?.replaceAll('W/', '')
        .split(/\s*,\s*/) ?? []
    if (etag && has.includes(etag)) return new Response(null, { status: 304, headers })
    return new Response(json, { headers: { ...headers, 'content-type': 'application/json' } })
  }),
})
