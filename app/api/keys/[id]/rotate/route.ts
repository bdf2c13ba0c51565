import { json, refuse } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { rotateApiKey } from '@/lib/sites/rotate-api-key'
import { rotateKeyOperation } from '../../../settings-operations'
import { knownKey } from '../../known-key'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: door(rotateKeyOperation, async ({ caller, params, body, audit }) => {
    const { id, site } = await knownKey(caller, params.id)
    const rotated = await rotateApiKey(id, body.overlapHours, new Date())
    if (rotated.outcome === 'ended')
      refuse({ status: 409, title: 'The key has ended', detail: 'Make a new one in its place.' })
    await audit({ subject: id, siteId: site })
    return json({ ...(await knownKey(caller, id)), key: rotated.key })
  }),
})
