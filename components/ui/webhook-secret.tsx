'use client'
import { SecretDialog } from './secret-dialog'

/** Shows the secret of a webhook, this one time. */
export const WebhookSecret = ({ secret, onClose }: { secret: string; onClose: () => void }) => (
  <SecretDialog title="The secret of the webhook" secret={secret} onClose={onClose}>
    Whoever receives the webhook checks its signature with it (Standard Webhooks).
  </SecretDialog>
)
