import { json, notFound, refuse } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { applyLayout } from '@/lib/floor/apply-layout'
import { findLayout } from '@/lib/floor/queries'
import { layoutCsv } from '@/lib/floor/rules/layout-rows'
import { applyLayoutOperation, showLayoutOperation } from '../../../layout-operations'
import { layoutFile } from '../../layout-file'
import { expectedVersion, neededBins, wrongFile } from '../../layout-problems'
import { standingSite } from '../../standing-site'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(showLayoutOperation, async ({ caller, params, query: { format } }) => {
    const site = await standingSite(caller, params.site)
    const { version, layout } = await findLayout(site)
    if (version === 0) notFound(`${site} has no layout yet.`)
    const headers = {
      etag: `"${version}"`,
      'content-disposition': `attachment; filename="layout-${encodeURIComponent(site)}.${format}"`,
    }
    if (format === 'json') return json(layout, 200, headers)
    const type = { 'content-type': 'text/csv; charset=utf-8', 'cache-control': 'no-store' }
    return new Response(layoutCsv(layout), { headers: { ...type, ...headers } })
  }),
  PUT: door(applyLayoutOperation, async ({ request, caller, params, body, audit }) => {
    const site = await standingSite(caller, params.site)
    const file = layoutFile(request, body)
    const by = caller.kind === 'person' ? caller.name : caller.clientId
    const applied = await applyLayout(site, file, { expectedVersion: expectedVersion(request), by })
    if (applied.outcome === 'changed-meanwhile')
      refuse({
        status: 412,
        title: 'The hall was changed meanwhile',
        detail: `It is in version ${applied.version}.`,
      })
    if (applied.outcome === 'wrong-file') refuse(wrongFile(applied.errors))
    if (applied.outcome === 'needed-bins') refuse(neededBins(applied.refusals))
    const { version, isChanged, bins } = applied
    const subject = `${site} version ${version}`
    await audit({ subject, siteId: site, isChanged })
    return json({ version, isChanged, bins }, 200, { etag: `"${version}"` })
  }),
})
