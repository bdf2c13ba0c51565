import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { releaseStow } from '@/lib/inventory/release-stow'
import { recordAudit } from '@/lib/sites/record-audit'
import { releaseStowOperation } from '../../../stow-operations'
import { knownStow } from '../../known-stow'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: door(releaseStowOperation, async ({ caller, params, requestId }) => {
    const stow = await knownStow(caller, params.stowId)
    const released = await releaseStow(stow)
    if (caller.kind === 'person')
      await recordAudit({
        ...{ actor: caller.clientId, action: 'releaseStow', outcome: 'allowed' },
        ...{ subject: stow.stowId, siteId: stow.site, requestId },
      })
    return json(released)
  }),
})
