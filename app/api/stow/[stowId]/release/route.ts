import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { releaseStow } from '@/lib/inventory/release-stow'
import { releaseStowOperation } from '../../../stow-operations'
import { knownStow } from '../../known-stow'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: door(releaseStowOperation, async ({ caller, params, audit }) => {
    const stow = await knownStow(caller, params.stowId)
    const released = await releaseStow(stow)
    if (caller.kind === 'person') await audit({ subject: stow.stowId, siteId: stow.site })
    return json(released)
  }),
})
