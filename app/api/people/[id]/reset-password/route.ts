import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { resetPassword } from '@/lib/sites/reset-password'
import { resetPasswordOperation } from '../../../people-operations'
import { knownPerson, ownSites, refusePerson } from '../../known-person'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: door(resetPasswordOperation, async ({ caller, params, audit }) => {
    const { id, sites } = await knownPerson(caller, params.id)
    const reset = await resetPassword(id, ownSites(caller), new Date())
    if (reset.outcome !== 'reset') refusePerson(reset, id)
    await audit({ subject: id, siteId: sites[0] })
    const { password, passwordEndsAt } = reset
    return json({ ...(await knownPerson(caller, id)), password, passwordEndsAt })
  }),
})
