import { json, refuse } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { confirmStow } from '@/lib/inventory/confirm-stow'
import { confirmStowOperation } from '../../../stow-operations'
import { knownStow } from '../../known-stow'
import { binProblem } from '../../stow-refusals'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: door(confirmStowOperation, async ({ caller, params, body, traceparent, audit }) => {
    const stow = await knownStow(caller, params.stowId)
    const confirming = await confirmStow(stow, body, traceparent, new Date())
    if (confirming.outcome === 'full')
      refuse(
        { status: 429, title: 'Too Many Requests', detail: 'Too many events wait; send the same again.' },
        { 'retry-after': String(confirming.retryAfterSeconds) },
      )
    if (confirming.outcome !== 'confirmed') refuse(binProblem(confirming, body.bin))
    if (caller.kind === 'person') await audit({ subject: stow.stowId, siteId: stow.site })
    return json(confirming.confirmed)
  }),
})
