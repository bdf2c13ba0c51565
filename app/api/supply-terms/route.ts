import { json, notFound, refuse } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { importSupplyTerms } from '@/lib/replenishment/import-supply-terms'
import { listSupplyTerms, readSupplyTerms } from '@/lib/replenishment/read-supply-terms'
import { setSupplyTerms } from '@/lib/replenishment/set-supply-terms'
import { nextLink } from '../paging'
import {
  importSupplyTermsOperation,
  listSupplyTermsOperation,
  setSupplyTermOperation,
} from '../replenishment-operations'
import { standingSite } from '../sites/standing-site'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(listSupplyTermsOperation, async ({ request, caller, query }) => {
    const { sku, site: asked, ...page } = query
    const site = await standingSite(caller, asked)
    if (sku !== undefined)
      return json({ items: [...(await readSupplyTerms(site, [sku])).values()], nextCursor: null })
    const list = await listSupplyTerms(site, page)
    return json(list, 200, nextLink(request, list.nextCursor))
  }),
  PUT: door(setSupplyTermOperation, async ({ caller, body, audit }) => {
    const { site: asked, ...term } = body
    const site = await standingSite(caller, asked)
    await setSupplyTerms(site, [term])
    const said = (await readSupplyTerms(site, [term.sku])).get(term.sku)
    if (!said) notFound(`No SKU ${term.sku} in the catalogue.`)
    await audit({ subject: term.sku, siteId: site })
    return json(said)
  }),
  POST: door(importSupplyTermsOperation, async ({ caller, query, body, audit }) => {
    const site = await standingSite(caller, query.site)
    const imported = await importSupplyTerms(site, body)
    if (imported.outcome === 'wrong-file')
      refuse({ status: 400, title: 'The file cannot be read', detail: imported.reason })
    const { taken, rejected } = imported
    await audit({ subject: `${taken} taken`, siteId: site })
    return json({ taken, rejected })
  }),
})
