'use client'
import { SecretDialog } from '@/components/ui/secret-dialog'

type Props = { name: string; secret: string; onClose: () => void }

/** Shows a key, this one time. */
export const KeySecret = ({ name, secret, onClose }: Props) => (
  <SecretDialog title={`The key ${name}`} what="key" secret={secret} onClose={onClose}>
    The machine sends it as “Authorization: Bearer” with each request. Here it is kept as a hash only.
  </SecretDialog>
)
