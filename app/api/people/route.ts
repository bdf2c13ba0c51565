import { json, refuse } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { invitePerson } from '@/lib/sites/invite-person'
import { listPeople } from '@/lib/sites/list-people'
import { knownSite, onlySite } from '../paging'
import { invitePersonOperation, listPeopleOperation } from '../people-operations'
import { knownPerson, ownSites } from './known-person'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(listPeopleOperation, async ({ caller, query }) => {
    const items = await listPeople(onlySite(caller, query.site), ownSites(caller), new Date())
    return json({ items, nextCursor: null })
  }),
  POST: door(invitePersonOperation, async ({ caller, body, audit }) => {
    const { sites, ...person } = body
    for (const site of sites) knownSite(caller, site)
    const invited = await invitePerson({ ...person, siteIds: sites }, new Date())
    if (invited.outcome === 'known') refuse({ status: 409, title: 'The e-mail has an account' })
    const { userId, password, passwordEndsAt } = invited
    await audit({ subject: `${userId} ${person.role}`, siteId: sites[0] })
    const answer = { ...(await knownPerson(caller, userId)), password, passwordEndsAt }
    return json(answer, 201, { location: `/api/people/${userId}` })
  }),
})
