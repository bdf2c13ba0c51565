import { json, refuse } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { changePerson } from '@/lib/sites/change-person'
import { knownSite } from '../../paging'
import { changePersonOperation } from '../../people-operations'
import { knownPerson, ownSites, refusePerson } from '../known-person'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  PUT: door(changePersonOperation, async ({ caller, params, body, audit }) => {
    const { id, sites: before } = await knownPerson(caller, params.id)
    for (const site of body.sites) knownSite(caller, site)
    const changed = await changePerson(id, body, ownSites(caller))
    if (changed.outcome === 'no-site')
      refuse({ status: 409, title: 'A person belongs to a site', detail: 'Disable who shall have none.' })
    if (changed.outcome !== 'changed') refusePerson(changed, id)
    await audit({
      subject: `${id} ${body.role}: ${body.sites.join(' ')}`,
      siteId: body.sites[0] ?? before[0],
    })
    // Who has left all of the asker's sites is not theirs to know any more.
    return json(body.sites.length > 0 ? await knownPerson(caller, id) : null)
  }),
})
