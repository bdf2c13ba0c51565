import { json, refuse } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { listSavedViews } from '@/lib/sites/queries'
import { saveView } from '@/lib/sites/save-view'
import { knownSite, onlySite } from '../paging'
import { listSavedViewsOperation, saveViewOperation } from '../palette-operations'
import { knownPerson } from './known-person'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(listSavedViewsOperation, async ({ caller, query }) => {
    const items = await listSavedViews(knownPerson(caller), onlySite(caller, query.site))
    return json({ items, nextCursor: null })
  }),
  POST: door(saveViewOperation, async ({ caller, body, audit }) => {
    const site = knownSite(caller, body.site)
    const saved = await saveView(knownPerson(caller), body)
    if (saved.outcome === 'no-screen')
      refuse({
        ...{ status: 422, title: 'Unprocessable Content' },
        detail: 'The path leads to no screen that is open to you.',
      })
    await audit({ subject: `${saved.view.id} ${saved.view.name}`, siteId: site })
    return json(saved.view, 201)
  }),
})
