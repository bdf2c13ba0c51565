import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { revokeApiKey } from '@/lib/sites/revoke-api-key'
import { revokeKeyOperation } from '../../../settings-operations'
import { knownKey } from '../../known-key'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: door(revokeKeyOperation, async ({ caller, params, audit }) => {
    const { id, site } = await knownKey(caller, params.id)
    const { outcome } = await revokeApiKey(id, new Date())
    await audit({ subject: id, siteId: site, isChanged: outcome === 'revoked' })
    return json(await knownKey(caller, id))
  }),
})
