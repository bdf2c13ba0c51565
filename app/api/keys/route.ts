import { json, notFound } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { createApiKey } from '@/lib/sites/create-api-key'
import { expiryOf } from '@/lib/sites/key-schema'
import { listApiKeys } from '@/lib/sites/list-api-keys'
import { areAllSites } from '@/lib/sites/list-sites'
import { sitesOf } from '@/lib/sites/rules/may-enter'
import { knownSite } from '../paging'
import { createKeyOperation, listKeysOperation } from '../settings-operations'
import { knownKey, mayHoldKey } from './known-key'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(listKeysOperation, async ({ caller, query }) => {
    const sites = query.site === undefined ? sitesOf(caller) : [knownSite(caller, query.site)]
    const withHouse = await areAllSites(sitesOf(caller))
    return json({ items: await listApiKeys(sites, { withHouse }, new Date()), nextCursor: null })
  }),
  POST: door(createKeyOperation, async ({ caller, body, audit }) => {
    const { site, expiresInDays, ...wish } = body
    if (!(await mayHoldKey(caller, site)))
      notFound(site === null ? 'Not all sites are yours.' : `No site ${site}.`)
    const expiresAt = expiryOf(new Date(), expiresInDays)
    const { id, key } = await createApiKey({ ...wish, siteId: site, expiresAt })
    await audit({ subject: `${id} ${wish.scopes.join(' ')}`, siteId: site })
    return json({ ...(await knownKey(caller, id)), key }, 201, { location: `/api/keys/${id}` })
  }),
})
