import { webhookDisabled, webhookDisabledSchema } from '@/lib/downstream/events'
import { tellOwner } from '@/lib/downstream/tell-owner'
import { inngest } from './client'
import { readEvent } from './read-event'

export const tellOwnerWhenWebhookIsDisabled = inngest.createFunction(
  { id: 'tell-owner-when-webhook-is-disabled', retries: 10, triggers: [{ event: webhookDisabled }] },
  async ({ event, step }) => {
    // Written twice, the mail has one id.
    const { endpointId, reason } = readEvent(webhookDisabledSchema, event.data)
    return step.run('write', () => tellOwner(endpointId, reason, event.id ?? endpointId))
  },
)
