import { json, notFound, refuse } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { addWebhook } from '@/lib/downstream/add-webhook'
import { listWebhooks } from '@/lib/downstream/queries'
import { isKnownSite } from '@/lib/sites/queries'
import { sitesOf } from '@/lib/sites/rules/may-enter'
import type { Caller } from '@/lib/sites/schema'
import { addWebhookOperation, listWebhooksOperation } from '../downstream-operations'
import { knownSite, siteFilter } from '../paging'
import { wrongAddress } from './known-webhook'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(listWebhooksOperation, async ({ caller, query }) =>
    json({ items: await listWebhooks(siteFilter(caller, query.site)) }),
  ),
  POST: door(addWebhookOperation, async (visit) => {
    const { caller, body } = visit
    const site = siteOf(caller, body.site)
    if (site !== null && !(await isKnownSite(site))) notFound(`No site ${site}.`)
    const added = await addWebhook(body, site, caller.clientId, new Date())
    if (added.outcome === 'wrong-address') wrongAddress(added.why)
    await visit.audit({ subject: added.webhook.id, siteId: added.webhook.site })
    return json(added.webhook, 201, { location: `/api/webhooks/${added.webhook.id}` })
  }),
})

/** Who may know of some sites only names the one they mean, unless they have but one; null is all sites. */
function siteOf(caller: Caller, site: string | undefined): string | null {
  if (site !== undefined) return knownSite(caller, site)
  const sites = sitesOf(caller)
  if (sites === 'all') return null
  const [only, ...others] = sites
  if (only !== undefined && others.length === 0) return only
  const errors = [{ pointer: '/site', detail: 'name one of your sites' }]
  refuse({ status: 400, title: 'The body is not valid', errors })
}
