import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { disablePerson } from '@/lib/sites/disable-person'
import { disablePersonOperation } from '../../../people-operations'
import { knownPerson, ownSites, refusePerson } from '../../known-person'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: door(disablePersonOperation, async ({ caller, params, audit }) => {
    const { id, sites } = await knownPerson(caller, params.id)
    const disabled = await disablePerson(id, ownSites(caller), new Date())
    if (disabled.outcome !== 'disabled') refusePerson(disabled, id)
    await audit({ subject: id, siteId: sites[0] })
    return json(await knownPerson(caller, id))
  }),
})
